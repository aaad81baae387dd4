import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, kind, Metadata, nullable, NullableText, oneOf, resource, Text, Texts, Timestamp, variants } from '../parts.ts';
import { SESSION_STATUSES } from '../../statuses.ts';
import { SessionActivity, SessionTask, Token } from '../resources/session.ts';

export const BackendSession = resource('BackendSession', {
  object: kind('session'),
  id: Text,
  user_id: Text,
  client_id: Text,
  actor: Type.Optional(nullable(Metadata)),
  status: oneOf(SESSION_STATUSES),
  last_active_organization_id: Type.Optional(NullableText),
  last_active_at: Timestamp,
  latest_activity: Type.Optional(nullable(SessionActivity)),
  expire_at: Timestamp,
  abandon_at: Timestamp,
  ...CreatedAndUpdated,
  tasks: Type.Optional(nullable(Type.Array(SessionTask))),
});
export type BackendSessionResource = Static<typeof BackendSession>;

export const BackendSessions = Type.Array(BackendSession);

/** `Set-Cookie` directives that a server hands to its browser. */
export const Cookies = resource('Cookies', { object: kind('cookies'), cookies: Texts });
export type CookiesResource = Static<typeof Cookies>;

export const SessionRefresh = variants([Token, Cookies]);

/** Directives of a handshake, fetched by nonce. SDKs read this undocumented answer raw. */
export const HandshakePayload = resource('HandshakePayload', { directives: Texts });
export type HandshakePayloadResource = Static<typeof HandshakePayload>;
