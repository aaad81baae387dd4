/** A verification is one proof inside an attempt; each kind of strategy has its own form. */
import { type Static, Type } from 'typebox';
import type { OAuthStrategy } from '../../strategies.ts';
import { kind, nullable, NullableCount, NullableText, oneOf, resource, Text, textOf, Timestamp } from '../parts.ts';
import { ErrorObject } from './error.ts';

const PROVED = ['unverified', 'verified', 'failed', 'expired'] as const;
const TRANSFERABLE = [...PROVED, 'transferable'] as const;

const attempts = Type.Optional(NullableCount);
const maybeExpires = Type.Optional(NullableCount);

export const OtpVerification = resource('VerificationOtp', {
  object: kind('verification_otp'),
  status: oneOf(PROVED),
  strategy: oneOf(['phone_code', 'email_code', 'reset_password_email_code', 'reset_password_phone_code']),
  attempts,
  expire_at: Timestamp,
});

export const EmailLinkVerification = resource('VerificationEmailLink', {
  object: kind('verification_email_link'),
  status: oneOf(TRANSFERABLE),
  strategy: kind('email_link'),
  attempts,
  expire_at: Timestamp,
  verified_at_client: Type.Optional(Text),
});

export const PasswordVerification = resource('VerificationPassword', {
  object: kind('verification_password'),
  status: oneOf(['unverified', 'verified']),
  strategy: kind('password'),
  attempts,
  expire_at: maybeExpires,
});

export const TicketVerification = resource('VerificationTicket', {
  object: kind('verification_ticket'),
  status: oneOf(['unverified', 'verified', 'expired']),
  strategy: kind('ticket'),
  attempts,
  expire_at: maybeExpires,
});

export const InvitationVerification = resource('VerificationInvitation', {
  object: kind('verification_invitation'),
  status: kind('verified'),
  strategy: kind('invitation'),
  attempts,
  expire_at: maybeExpires,
});

export const AdminVerification = resource('VerificationAdmin', {
  object: kind('verification_admin'),
  status: oneOf(PROVED),
  strategy: kind('admin'),
  attempts,
  expire_at: maybeExpires,
});

export const FromOAuthVerification = resource('VerificationFromOAuth', {
  object: kind('verification_from_oauth'),
  status: oneOf(['verified', 'unverified']),
  strategy: textOf<`from_${OAuthStrategy}`>({ pattern: '^from_oauth_[a-z0-9_]+$' }),
  attempts,
  expire_at: maybeExpires,
});

export const OAuthVerification = resource('VerificationOAuth', {
  object: kind('verification_oauth'),
  status: oneOf(TRANSFERABLE),
  strategy: textOf<OAuthStrategy>({ pattern: '^oauth_(?:(?:token_)|(?:custom_))?[a-z0-9_]+$' }),
  external_verification_redirect_url: Type.Optional(NullableText),
  error: Type.Optional(nullable(ErrorObject)),
  expire_at: Timestamp,
  attempts,
});

export const GoogleOneTapVerification = resource('VerificationGoogleOneTap', {
  object: kind('verification_google_one_tap'),
  status: oneOf(['unverified', 'verified']),
  strategy: kind('google_one_tap'),
  attempts,
  expire_at: maybeExpires,
});

export const SamlVerification = resource('VerificationSaml', {
  object: kind('verification_saml'),
  status: oneOf(TRANSFERABLE),
  strategy: kind('saml'),
  external_verification_redirect_url: Type.Optional(NullableText),
  error: Type.Optional(ErrorObject),
  attempts,
  expire_at: maybeExpires,
});

export const ScimVerification = resource('VerificationScim', {
  object: kind('verification_scim'),
  status: kind('verified'),
  strategy: kind('scim'),
  attempts,
  expire_at: maybeExpires,
});

export const Web3Verification = resource('VerificationWeb3', {
  object: kind('verification_web3'),
  status: oneOf(PROVED),
  strategy: oneOf([
    'web3_metamask_signature',
    'web3_base_signature',
    'web3_coinbase_wallet_signature',
    'web3_okx_wallet_signature',
    'web3_solana_signature',
  ]),
  attempts,
  expire_at: maybeExpires,
  nonce: Type.Optional(NullableText),
  message: Type.Optional(nullable(Type.String({ description: 'The text that the wallet signs.' }))),
});

export const PasskeyVerification = resource('VerificationPasskey', {
  object: kind('verification_passkey'),
  status: oneOf(PROVED),
  strategy: kind('passkey'),
  attempts,
  expire_at: Timestamp,
  nonce: Type.Optional(Type.String({ description: 'WebAuthn options as JSON text, binary fields in base64url.' })),
});

export const TotpVerification = resource('VerificationTotp', {
  object: kind('verification_totp'),
  status: oneOf(['unverified', 'verified']),
  strategy: kind('totp'),
  attempts,
  expire_at: maybeExpires,
});

export const BackupCodeVerification = resource('VerificationBackupCode', {
  object: kind('verification_backup_code'),
  status: oneOf(['unverified', 'verified']),
  strategy: kind('backup_code'),
  attempts,
  expire_at: maybeExpires,
});

export type OtpVerificationResource = Static<typeof OtpVerification>;
export type PasswordVerificationResource = Static<typeof PasswordVerification>;
export type TicketVerificationResource = Static<typeof TicketVerification>;

/** Any verification, as browsers see it. */
export type VerificationResource =
  | OtpVerificationResource
  | PasswordVerificationResource
  | TicketVerificationResource
  | Static<typeof EmailLinkVerification>
  | Static<typeof InvitationVerification>
  | Static<typeof AdminVerification>
  | Static<typeof FromOAuthVerification>
  | Static<typeof OAuthVerification>
  | Static<typeof GoogleOneTapVerification>
  | Static<typeof SamlVerification>
  | Static<typeof ScimVerification>
  | Static<typeof Web3Verification>
  | Static<typeof PasskeyVerification>
  | Static<typeof TotpVerification>
  | Static<typeof BackupCodeVerification>;
