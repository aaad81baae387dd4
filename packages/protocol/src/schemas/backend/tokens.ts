/** Tokens that a server makes: to let someone sign in, or to let tests pass the bot protection. */
import { type Static, Type } from 'typebox';
import { TICKET_STATUSES } from '../../statuses.ts';
import { CreatedAndUpdated, kind, Metadata, NullableText, oneOf, resource, Text } from '../parts.ts';

export const SignInToken = resource('SignInToken', {
  object: kind('sign_in_token'),
  id: Text,
  status: oneOf(TICKET_STATUSES),
  user_id: Text,
  token: Type.Optional(Type.String({ description: 'Only in the answer that created it.' })),
  url: Type.Optional(NullableText),
  ...CreatedAndUpdated,
});
export type SignInTokenResource = Static<typeof SignInToken>;

export const ActorToken = resource('ActorToken', {
  object: kind('actor_token'),
  id: Text,
  status: oneOf(TICKET_STATUSES),
  user_id: Text,
  actor: Metadata,
  token: Type.Optional(Type.String({ description: 'Only in the answer that created it.' })),
  url: Type.Optional(Text),
  ...CreatedAndUpdated,
});
export type ActorTokenResource = Static<typeof ActorToken>;

export const TestingToken = resource('TestingToken', {
  object: kind('testing_token'),
  token: Text,
  expires_at: Type.Integer({ description: 'Seconds since the Unix epoch.' }),
});
export type TestingTokenResource = Static<typeof TestingToken>;
