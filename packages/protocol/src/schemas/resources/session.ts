import { type Static, Type } from 'typebox';
import {
  CreatedAndUpdated,
  Flag,
  kind,
  Metadata,
  nullable,
  NullableText,
  oneOf,
  resource,
  Text,
  Timestamp,
} from '../parts.ts';
import { PublicUserData } from './organization.ts';
import { User } from './user.ts';

export const Token = resource('Token', { object: kind('token'), jwt: Text }, 'A session token, or one made from a JWT template.');
export type TokenResource = Static<typeof Token>;

export const SessionTask = resource(
  'SessionTask',
  { key: Type.String({ description: 'For instance `choose-organization`.' }) },
  'Something the person must do before the session becomes active.',
);

const sessionFields = {
  id: Text,
  object: kind('session'),
  status: oneOf(['active', 'revoked', 'ended', 'expired', 'removed', 'abandoned', 'pending']),
  expire_at: Timestamp,
  abandon_at: Timestamp,
  last_active_at: Timestamp,
  last_active_token: Type.Optional(nullable(Token)),
  actor: Type.Optional(nullable(Metadata)),
  tasks: Type.Optional(nullable(Type.Array(SessionTask))),
};

/** What a session is without the user it belongs to. */
export const SessionSummary = resource('SessionSummary', {
  ...sessionFields,
  last_active_organization_id: Type.Optional(NullableText),
  ...CreatedAndUpdated,
});
export type SessionSummaryResource = Static<typeof SessionSummary>;

export const Session = resource('Session', {
  ...sessionFields,
  last_active_organization_id: NullableText,
  user: User,
  public_user_data: nullable(PublicUserData),
  factor_verification_age: Type.Array(Type.Integer(), {
    description: 'Minutes since the first and the second factor were verified; -1 where there is none.',
  }),
  ...CreatedAndUpdated,
});
export type SessionResource = Static<typeof Session>;

export const SessionActivity = resource('SessionActivity', {
  object: kind('session_activity'),
  id: Text,
  device_type: Type.Optional(Text),
  is_mobile: Flag,
  browser_name: Type.Optional(Text),
  browser_version: Type.Optional(Text),
  ip_address: Type.Optional(Text),
  city: Type.Optional(Text),
  country: Type.Optional(Text),
});
export type SessionActivityResource = Static<typeof SessionActivity>;

export const ActiveSession = resource('ActiveSession', {
  ...sessionFields,
  last_active_organization_id: Type.Optional(NullableText),
  ...CreatedAndUpdated,
  latest_activity: Type.Optional(SessionActivity),
});
export type ActiveSessionResource = Static<typeof ActiveSession>;

/** Bare array: this answer has no envelope. */
export const ActiveSessions = Type.Array(ActiveSession);
/** Bare array, as well. */
export const Sessions = Type.Array(Session);
