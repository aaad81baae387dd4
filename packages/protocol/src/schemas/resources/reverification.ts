import { type Static, Type } from 'typebox';
import { REVERIFICATION_LEVELS, SESSION_VERIFICATION_STATUSES } from '../../statuses.ts';
import { kind, nullable, oneOf, resource, variants } from '../parts.ts';
import { SessionSummary } from './session.ts';
import { SignInFactor } from './sign-in.ts';
import {
  BackupCodeVerification,
  OtpVerification,
  PasskeyVerification,
  PasswordVerification,
  SamlVerification,
  TotpVerification,
} from './verification.ts';

/** Proving again, within a session, that the person is still the same. */
export const SessionReverification = resource('SessionReverification', {
  object: kind('session_reverification'),
  level: oneOf(REVERIFICATION_LEVELS),
  status: oneOf(SESSION_VERIFICATION_STATUSES),
  supported_first_factors: nullable(Type.Array(SignInFactor)),
  supported_second_factors: nullable(Type.Array(SignInFactor)),
  first_factor_verification: nullable(variants([PasswordVerification, OtpVerification, PasskeyVerification, SamlVerification])),
  second_factor_verification: nullable(variants([OtpVerification, TotpVerification, BackupCodeVerification])),
  session: SessionSummary,
});
export type SessionReverificationResource = Static<typeof SessionReverification>;
