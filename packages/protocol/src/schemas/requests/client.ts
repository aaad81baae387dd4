import { type Static, Type } from 'typebox';
import { nullable, oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeText, queryParams } from './parts.ts';

/** Shown when bot protection asks for a proof (`requires_captcha`). */
export const VerifyClientParams = bodyParams('VerifyClientParams', {
  captcha_token: MaybeText,
  captcha_action: Type.Optional(oneOf(['verify', 'heartbeat'])),
  captcha_widget_type: MaybeText,
  captcha_error: MaybeText,
});
export type VerifyClientParams = Static<typeof VerifyClientParams>;

export const HandshakeQuery = queryParams('HandshakeQuery', {
  redirect_url: Type.Optional(Text),
  format: Type.Optional(oneOf(['nonce', 'token'])),
  organization_id: Type.Optional(nullable(Type.String({ description: 'Id or slug; empty for the personal account.' }))),
  satellite_fapi: Type.Optional(Text),
  suffixed_cookies: Type.Optional(Text),
  __clerk_hs_reason: Type.Optional(Text),
  __clerk_synced: Type.Optional(Text),
});
export type HandshakeQuery = Static<typeof HandshakeQuery>;

/** `GET /v1/client/touch`: renews a client cookie that runs out soon. */
export const TouchClientQuery = queryParams('TouchClientQuery', { redirect_url: Type.Optional(Text) });
export type TouchClientQuery = Static<typeof TouchClientQuery>;

export const SyncClientQuery = queryParams('SyncClientQuery', {
  link_domain: Type.Optional(Text),
  satellite_fapi: Type.Optional(Text),
  redirect_url: Type.Optional(Text),
  state: Type.Optional(Text),
});
export type SyncClientQuery = Static<typeof SyncClientQuery>;

export const LinkClientQuery = queryParams('LinkClientQuery', { __clerk_token: Type.Optional(Text) });
export type LinkClientQuery = Static<typeof LinkClientQuery>;
