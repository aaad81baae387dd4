/** Parameters of sessions, of both APIs. */
import { type Static, Type } from 'typebox';
import { REVERIFICATION_LEVELS } from '../../statuses.ts';
import { nullable, oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const TouchSessionParams = bodyParams('TouchSessionParams', {
  active_organization_id: Type.Optional(nullable(Type.String({ description: 'Empty for the personal account.' }))),
  intent: Type.Optional(nullable(oneOf(['focus', 'select_session', 'select_org']))),
});
export type TouchSessionParams = Static<typeof TouchSessionParams>;

export const CreateSessionTokenParams = bodyParams('CreateSessionTokenParams', {
  organization_id: MaybeText,
  template: MaybeText,
});
export type CreateSessionTokenParams = Static<typeof CreateSessionTokenParams>;

export const StartReverificationParams = bodyParams('StartReverificationParams', { level: oneOf(REVERIFICATION_LEVELS) });
export type StartReverificationParams = Static<typeof StartReverificationParams>;

export const PrepareReverificationFirstFactorParams = bodyParams('PrepareReverificationFirstFactorParams', {
  strategy: Type.Optional(oneOf(['email_code', 'phone_code', 'passkey', 'enterprise_sso'])),
  email_address_id: MaybeText,
  phone_number_id: MaybeText,
  proof_token: MaybeText,
  enterprise_connection_id: MaybeText,
  redirect_url: MaybeText,
  default: MaybeFlag,
});
export type PrepareReverificationFirstFactorParams = Static<typeof PrepareReverificationFirstFactorParams>;

export const AttemptReverificationFirstFactorParams = bodyParams('AttemptReverificationFirstFactorParams', {
  strategy: oneOf(['email_code', 'password', 'phone_code', 'passkey']),
  code: MaybeText,
  password: MaybeText,
  public_key_credential: MaybeText,
});
export type AttemptReverificationFirstFactorParams = Static<typeof AttemptReverificationFirstFactorParams>;

export const PrepareReverificationSecondFactorParams = bodyParams('PrepareReverificationSecondFactorParams', {
  strategy: Type.Optional(nullable(oneOf(['phone_code']))),
  phone_number_id: MaybeText,
  proof_token: MaybeText,
});
export type PrepareReverificationSecondFactorParams = Static<typeof PrepareReverificationSecondFactorParams>;

export const AttemptReverificationSecondFactorParams = bodyParams('AttemptReverificationSecondFactorParams', {
  strategy: Type.Optional(oneOf(['phone_code', 'totp', 'backup_code'])),
  code: Type.Optional(Text),
});
export type AttemptReverificationSecondFactorParams = Static<typeof AttemptReverificationSecondFactorParams>;

export const ListSessionsQuery = queryParams('ListSessionsQuery', {
  client_id: Type.Optional(Text),
  user_id: Type.Optional(Text),
  status: Type.Optional(oneOf(['abandoned', 'active', 'ended', 'expired', 'pending', 'removed', 'replaced', 'revoked'])),
  ...PaginatedFlag,
  ...Pagination,
});
export type ListSessionsQuery = Static<typeof ListSessionsQuery>;

export const CreateSessionParams = bodyParams('CreateSessionParams', {
  user_id: Text,
  active_organization_id: Type.Optional(Text),
});
export type CreateSessionParams = Static<typeof CreateSessionParams>;

export const CreateBackendSessionTokenParams = bodyParams('CreateBackendSessionTokenParams', {
  expires_in_seconds: Type.Optional(nullable(Type.Integer({ minimum: 30, maximum: 315_360_000 }))),
});
export type CreateBackendSessionTokenParams = Static<typeof CreateBackendSessionTokenParams>;

export const RefreshSessionQuery = queryParams('RefreshSessionQuery', { suffixed_cookies: Type.Optional(Text) });
export type RefreshSessionQuery = Static<typeof RefreshSessionQuery>;

export const RefreshSessionParams = bodyParams('RefreshSessionParams', {
  expired_token: Text,
  refresh_token: Text,
  request_origin: Text,
  request_headers: Type.Optional(nullable(Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }))),
  format: Type.Optional(nullable(oneOf(['token', 'cookie']))),
  request_originating_ip: MaybeText,
});
export type RefreshSessionParams = Static<typeof RefreshSessionParams>;

export const ListClientsQuery = queryParams('ListClientsQuery', { ...PaginatedFlag, ...Pagination });
export type ListClientsQuery = Static<typeof ListClientsQuery>;

export const VerifyClientTokenParams = bodyParams('VerifyClientTokenParams', { token: Text });
export type VerifyClientTokenParams = Static<typeof VerifyClientTokenParams>;

export const HandshakePayloadQuery = queryParams('HandshakePayloadQuery', { nonce: Text });
export type HandshakePayloadQuery = Static<typeof HandshakePayloadQuery>;

export const CreateSignInTokenParams = bodyParams('CreateSignInTokenParams', {
  user_id: Text,
  org_id: MaybeText,
  expires_in_seconds: Type.Optional(nullable(Type.Integer({ minimum: 1, default: 2_592_000 }))),
});
export type CreateSignInTokenParams = Static<typeof CreateSignInTokenParams>;
