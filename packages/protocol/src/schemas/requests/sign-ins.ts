import { type Static, Type } from 'typebox';
import { nullable, oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeText } from './parts.ts';

/**
 * Every field is optional: an empty create starts over. SDKs send the answer of a security check
 * along (`captcha_*`), but only sign-ups are checked (guides/secure/bot-protection): it is not read.
 */
export const CreateSignInParams = bodyParams('CreateSignInParams', {
  strategy: MaybeText,
  identifier: MaybeText,
  password: MaybeText,
  ticket: MaybeText,
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
  transfer: MaybeFlag,
  code: MaybeText,
  token: MaybeText,
  oidc_login_hint: MaybeText,
  oidc_prompt: MaybeText,
  proof_token: MaybeText,
  trusted_device_id: MaybeText,
  enterprise_connection_id: MaybeText,
  captcha_token: MaybeText,
  captcha_error: MaybeText,
  captcha_widget_type: MaybeText,
  locale: MaybeText,
});
export type CreateSignInParams = Static<typeof CreateSignInParams>;

export const ResetPasswordParams = bodyParams('ResetPasswordParams', {
  password: Text,
  sign_out_of_other_sessions: MaybeFlag,
});
export type ResetPasswordParams = Static<typeof ResetPasswordParams>;

export const PrepareFirstFactorParams = bodyParams('PrepareFirstFactorParams', {
  strategy: Text,
  email_address_id: MaybeText,
  phone_number_id: MaybeText,
  proof_token: MaybeText,
  web3_wallet_id: MaybeText,
  passkey_id: MaybeText,
  trusted_device_id: MaybeText,
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
  oidc_login_hint: MaybeText,
  oidc_prompt: MaybeText,
  enterprise_connection_id: MaybeText,
  channel: MaybeText,
  default: MaybeFlag,
});
export type PrepareFirstFactorParams = Static<typeof PrepareFirstFactorParams>;

export const AttemptFirstFactorParams = bodyParams('AttemptFirstFactorParams', {
  strategy: Text,
  code: MaybeText,
  password: MaybeText,
  signature: MaybeText,
  token: MaybeText,
  ticket: MaybeText,
  public_key_credential: Type.Optional(nullable(Type.String({ description: 'The WebAuthn answer as JSON text.' }))),
  trusted_device_id: MaybeText,
  client_data: MaybeText,
  algorithm: Type.Optional(nullable(oneOf(['ES256']))),
});
export type AttemptFirstFactorParams = Static<typeof AttemptFirstFactorParams>;

export const PrepareSecondFactorParams = bodyParams('PrepareSecondFactorParams', {
  strategy: Type.Optional(nullable(oneOf(['phone_code', 'email_code', 'email_link']))),
  phone_number_id: MaybeText,
  proof_token: MaybeText,
  email_address_id: MaybeText,
  redirect_url: MaybeText,
});
export type PrepareSecondFactorParams = Static<typeof PrepareSecondFactorParams>;

export const AttemptSecondFactorParams = bodyParams('AttemptSecondFactorParams', {
  strategy: Type.Optional(oneOf(['email_code', 'phone_code', 'totp', 'backup_code'])),
  code: Type.Optional(Text),
});
export type AttemptSecondFactorParams = Static<typeof AttemptSecondFactorParams>;
