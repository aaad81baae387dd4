import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, kind, NullableText, resource, Text, Texts } from '../parts.ts';
import { BackendSession } from './session.ts';

export const BackendClient = resource('BackendClient', {
  object: kind('client'),
  id: Text,
  session_ids: Texts,
  sessions: Type.Array(BackendSession),
  sign_in_id: NullableText,
  sign_up_id: NullableText,
  last_active_session_id: NullableText,
  last_authentication_strategy: NullableText,
  ...CreatedAndUpdated,
});
export type BackendClientResource = Static<typeof BackendClient>;

export const BackendClients = Type.Array(BackendClient);
