import { type Static, Type } from 'typebox';
import { oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeJsonObject, MaybeText } from './parts.ts';

const aboutThePerson = {
  first_name: MaybeText,
  last_name: MaybeText,
  username: MaybeText,
  email_address: MaybeText,
  phone_number: MaybeText,
  email_address_or_phone_number: MaybeText,
  web3_wallet: MaybeText,
  password: MaybeText,
  unsafe_metadata: MaybeJsonObject,
  legal_accepted: MaybeFlag,
  locale: MaybeText,
};

const aboutTheStrategy = {
  strategy: MaybeText,
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
  ticket: MaybeText,
  token: MaybeText,
  code: MaybeText,
  oidc_login_hint: MaybeText,
  oidc_prompt: MaybeText,
  proof_token: MaybeText,
  enterprise_connection_id: MaybeText,
  channel: MaybeText,
};

/** Every field is optional: sign-up is progressive, and an empty create starts over. */
export const CreateSignUpParams = bodyParams('CreateSignUpParams', {
  ...aboutThePerson,
  ...aboutTheStrategy,
  transfer: MaybeFlag,
  external_account_strategy: MaybeText,
  external_account_redirect_url: MaybeText,
  external_account_action_complete_redirect_url: MaybeText,
  captcha_token: MaybeText,
  captcha_error: MaybeText,
  captcha_widget_type: MaybeText,
});
export type CreateSignUpParams = Static<typeof CreateSignUpParams>;

export const UpdateSignUpParams = bodyParams('UpdateSignUpParams', { ...aboutThePerson, ...aboutTheStrategy });
export type UpdateSignUpParams = Static<typeof UpdateSignUpParams>;

export const PrepareSignUpVerificationParams = bodyParams('PrepareSignUpVerificationParams', {
  strategy: Type.Optional(Text),
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
  oidc_login_hint: MaybeText,
  oidc_prompt: MaybeText,
  proof_token: MaybeText,
  enterprise_connection_id: MaybeText,
  channel: MaybeText,
});
export type PrepareSignUpVerificationParams = Static<typeof PrepareSignUpVerificationParams>;

export const AttemptSignUpVerificationParams = bodyParams('AttemptSignUpVerificationParams', {
  strategy: Type.Optional(
    oneOf([
      'email_code',
      'email_link',
      'phone_code',
      'web3_metamask_signature',
      'web3_base_signature',
      'web3_coinbase_wallet_signature',
      'web3_okx_wallet_signature',
      'web3_solana_signature',
      'google_one_tap',
    ]),
  ),
  code: MaybeText,
  signature: MaybeText,
  token: MaybeText,
});
export type AttemptSignUpVerificationParams = Static<typeof AttemptSignUpVerificationParams>;
