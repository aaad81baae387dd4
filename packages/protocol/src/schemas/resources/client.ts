import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, NullableText, NullableTimestamp, resource, Text } from '../parts.ts';
import { Session } from './session.ts';
import { SignIn } from './sign-in.ts';
import { SignUp } from './sign-up.ts';

/** One browser or device, with everything that is going on in it. */
export const Client = resource('Client', {
  object: kind('client'),
  id: Text,
  sessions: Type.Array(Session),
  sign_in: nullable(SignIn),
  sign_up: nullable(SignUp),
  last_active_session_id: NullableText,
  last_authentication_strategy: NullableText,
  cookie_expires_at: NullableTimestamp,
  captcha_bypass: Flag,
  ...CreatedAndUpdated,
});
export type ClientResource = Static<typeof Client>;
