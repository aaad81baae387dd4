import { type Static, Type } from 'typebox';
import { SIGN_IN_STATUSES } from '../../statuses.ts';
import type { Strategy } from '../../strategies.ts';
import { Flag, kind, nullable, NullableText, oneOf, part, resource, Text, textOf, Timestamp, variants } from '../parts.ts';
import {
  BackupCodeVerification,
  EmailLinkVerification,
  GoogleOneTapVerification,
  OAuthVerification,
  OtpVerification,
  PasskeyVerification,
  PasswordVerification,
  SamlVerification,
  TicketVerification,
  TotpVerification,
  Web3Verification,
} from './verification.ts';

export const SignInFactor = resource('SignInFactor', {
  strategy: textOf<Strategy>(),
  safe_identifier: Type.Optional(Type.String({ description: 'The address or number, partly hidden where it must be.' })),
  enterprise_connection_id: Type.Optional(Text),
  enterprise_connection_name: Type.Optional(Text),
  email_address_id: Type.Optional(Text),
  phone_number_id: Type.Optional(Text),
  web3_wallet_id: Type.Optional(Text),
  passkey_id: Type.Optional(Text),
  primary: Type.Optional(nullable(Flag)),
  external_verification_redirect_url: Type.Optional(NullableText),
  default: Type.Optional(Flag),
});
export type SignInFactorResource = Static<typeof SignInFactor>;

export const FirstFactorVerification = variants([
  PasswordVerification,
  OAuthVerification,
  OtpVerification,
  EmailLinkVerification,
  Web3Verification,
  TicketVerification,
  SamlVerification,
  PasskeyVerification,
  GoogleOneTapVerification,
]);

export const SecondFactorVerification = variants([
  OtpVerification,
  EmailLinkVerification,
  TotpVerification,
  TicketVerification,
  BackupCodeVerification,
]);

export const SignIn = resource('SignIn', {
  object: kind('sign_in_attempt'),
  id: Text,
  status: oneOf(SIGN_IN_STATUSES),
  supported_identifiers: Type.Array(oneOf(['email_address', 'phone_number', 'username', 'web3_wallet', 'passkey'])),
  supported_first_factors: nullable(Type.Array(SignInFactor)),
  supported_second_factors: nullable(Type.Array(SignInFactor)),
  first_factor_verification: nullable(FirstFactorVerification),
  second_factor_verification: nullable(SecondFactorVerification),
  identifier: NullableText,
  user_data: nullable(
    part({
      first_name: NullableText,
      last_name: NullableText,
      image_url: Text,
      has_image: Flag,
      profile_image_url: Type.Optional(NullableText),
    }),
  ),
  created_session_id: NullableText,
  abandon_at: Timestamp,
  client_trust_state: Type.Optional(nullable(oneOf(['pending', 'new', 'known']))),
});
export type SignInResource = Static<typeof SignIn>;
