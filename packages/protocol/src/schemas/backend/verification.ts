/** Verifications as servers see them: like those of browsers, but every field is always there. */
import { type Static, Type } from 'typebox';
import type { OAuthStrategy } from '../../strategies.ts';
import { kind, nullable, NullableCount, NullableText, NullableTimestamp, oneOf, resource, Text, textOf, Timestamp } from '../parts.ts';
import { ErrorObject } from '../resources/error.ts';

const PROVED = ['unverified', 'verified', 'failed', 'expired'] as const;
const common = {
  attempts: NullableCount,
  expire_at: NullableTimestamp,
  verified_at_client: Type.Optional(NullableText),
};

export const BackendOtpVerification = resource('BackendVerificationOtp', {
  object: kind('verification_otp'),
  status: oneOf(PROVED),
  strategy: oneOf(['phone_code', 'email_code', 'reset_password_email_code']),
  channel: Type.Optional(NullableText),
  ...common,
});

export const BackendAdminVerification = resource('BackendVerificationAdmin', {
  object: kind('verification_admin'),
  status: kind('verified'),
  strategy: kind('admin'),
  ...common,
});

export const BackendFromOAuthVerification = resource('BackendVerificationFromOAuth', {
  object: kind('verification_from_oauth'),
  status: oneOf(['unverified', 'verified']),
  strategy: textOf<`from_${OAuthStrategy}`>({ pattern: '^from_oauth_[a-z0-9_]+$' }),
  error: Type.Optional(nullable(ErrorObject)),
  ...common,
});

export const BackendTicketVerification = resource('BackendVerificationTicket', {
  object: kind('verification_ticket'),
  status: oneOf(['unverified', 'verified', 'expired']),
  strategy: kind('ticket'),
  ...common,
});

export const BackendSamlVerification = resource('BackendVerificationSaml', {
  object: kind('verification_saml'),
  status: oneOf([...PROVED, 'transferable']),
  strategy: kind('saml'),
  external_verification_redirect_url: Type.Optional(NullableText),
  error: Type.Optional(nullable(ErrorObject)),
  ...common,
});

export const BackendEmailLinkVerification = resource('BackendVerificationEmailLink', {
  object: kind('verification_email_link'),
  status: oneOf(PROVED),
  strategy: kind('email_link'),
  ...common,
});

export const BackendScimVerification = resource('BackendVerificationScim', {
  object: kind('verification_scim'),
  status: kind('verified'),
  strategy: kind('scim'),
  attempts: NullableCount,
  expire_at: NullableTimestamp,
});

export const BackendWeb3Verification = resource('BackendVerificationWeb3', {
  object: kind('verification_web3'),
  status: oneOf(PROVED),
  strategy: oneOf([
    'web3_metamask_signature',
    'web3_base_signature',
    'web3_coinbase_wallet_signature',
    'web3_okx_wallet_signature',
    'web3_solana_signature',
  ]),
  nonce: Type.Optional(NullableText),
  message: Type.Optional(NullableText),
  ...common,
});

export const BackendPasskeyVerification = resource('BackendVerificationPasskey', {
  object: kind('verification_passkey'),
  status: kind('verified'),
  strategy: kind('passkey'),
  message: Type.Optional(NullableText),
  ...common,
});

export const BackendOAuthVerification = resource('BackendVerificationOAuth', {
  object: kind('verification_oauth'),
  status: oneOf([...PROVED, 'transferable']),
  strategy: textOf<OAuthStrategy>({ pattern: '^oauth_(?:(?:token_)|(?:custom_))?[a-z0-9_]+$' }),
  external_verification_redirect_url: Type.Optional(Text),
  error: Type.Optional(nullable(ErrorObject)),
  expire_at: Timestamp,
  attempts: NullableCount,
  verified_at_client: Type.Optional(NullableText),
});

/** What the prepare and attempt calls of the Backend API answer. */
export const PreparedVerification = resource('PreparedVerification', {
  object: Text,
  id: Text,
  status: oneOf(PROVED),
  strategy: Text,
  attempts: NullableCount,
  expire_at: NullableTimestamp,
  channel: Type.Optional(NullableText),
});
export type PreparedVerificationResource = Static<typeof PreparedVerification>;

export type BackendVerificationResource =
  | Static<typeof BackendOtpVerification>
  | Static<typeof BackendAdminVerification>
  | Static<typeof BackendFromOAuthVerification>
  | Static<typeof BackendTicketVerification>
  | Static<typeof BackendSamlVerification>
  | Static<typeof BackendEmailLinkVerification>
  | Static<typeof BackendScimVerification>
  | Static<typeof BackendWeb3Verification>
  | Static<typeof BackendPasskeyVerification>
  | Static<typeof BackendOAuthVerification>;
