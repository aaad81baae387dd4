import { type Static, type TObject, type TProperties, Type } from 'typebox';
import { SIGN_UP_STATUSES } from '../../statuses.ts';
import { Flag, kind, Metadata, nullable, NullableText, NullableTimestamp, oneOf, part, resource, Text, Texts, Timestamp, variants } from '../parts.ts';
import {
  EmailLinkVerification,
  FromOAuthVerification,
  GoogleOneTapVerification,
  OAuthVerification,
  OtpVerification,
  SamlVerification,
  TicketVerification,
  Web3Verification,
} from './verification.ts';

/** A verification inside a sign-up also says what comes next. */
function inSignUp<Properties extends TProperties>(verification: TObject<Properties>) {
  const { title } = verification as { title?: string };
  return resource(`SignUp${title ?? ''}`, {
    ...verification.properties,
    next_action: oneOf(['needs_prepare', 'needs_attempt', '']),
    supported_strategies: Texts,
  });
}

const SignUpOtpVerification = inSignUp(OtpVerification);

export const SignUp = resource('SignUp', {
  object: kind('sign_up_attempt'),
  id: Text,
  status: oneOf(SIGN_UP_STATUSES),
  required_fields: Texts,
  optional_fields: Texts,
  missing_fields: Texts,
  unverified_fields: Texts,
  verifications: part({
    email_address: nullable(
      variants([
        SignUpOtpVerification,
        inSignUp(EmailLinkVerification),
        inSignUp(TicketVerification),
        inSignUp(FromOAuthVerification),
        inSignUp(SamlVerification),
      ]),
    ),
    phone_number: nullable(SignUpOtpVerification),
    web3_wallet: nullable(inSignUp(Web3Verification)),
    external_account: nullable(variants([OAuthVerification, SamlVerification, TicketVerification, GoogleOneTapVerification])),
  }),
  username: NullableText,
  email_address: NullableText,
  phone_number: NullableText,
  web3_wallet: NullableText,
  password_enabled: Flag,
  first_name: NullableText,
  last_name: NullableText,
  unsafe_metadata: Metadata,
  public_metadata: Type.Optional(Metadata),
  custom_action: Flag,
  external_id: NullableText,
  created_session_id: NullableText,
  created_user_id: NullableText,
  abandon_at: Timestamp,
  legal_accepted_at: NullableTimestamp,
});
export type SignUpResource = Static<typeof SignUp>;
