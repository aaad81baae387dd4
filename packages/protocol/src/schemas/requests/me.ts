/** What signed-in people change about themselves. */
import { type Static, Type } from 'typebox';
import { nullable, oneOf, Text } from '../parts.ts';
import { bodyParams, JsonObject, MaybeFlag, MaybeJsonObject, MaybeText, queryParams, SessionQuery } from './parts.ts';

export const MeQuery = queryParams('MeQuery', { ...SessionQuery });
export type MeQuery = Static<typeof MeQuery>;

export const UpdateMeParams = bodyParams('UpdateMeParams', {
  username: MaybeText,
  first_name: MaybeText,
  last_name: MaybeText,
  primary_email_address_id: MaybeText,
  primary_phone_number_id: MaybeText,
  primary_web3_wallet_id: MaybeText,
  unsafe_metadata: MaybeJsonObject,
});
export type UpdateMeParams = Static<typeof UpdateMeParams>;

export const UpdateMyMetadataParams = bodyParams('UpdateMyMetadataParams', { unsafe_metadata: JsonObject });
export type UpdateMyMetadataParams = Static<typeof UpdateMyMetadataParams>;

export const ChangePasswordParams = bodyParams('ChangePasswordParams', {
  current_password: MaybeText,
  new_password: Type.Optional(Text),
  sign_out_of_other_sessions: MaybeFlag,
});
export type ChangePasswordParams = Static<typeof ChangePasswordParams>;

export const RemovePasswordParams = bodyParams('RemovePasswordParams', { current_password: Type.Optional(Text) });
export type RemovePasswordParams = Static<typeof RemovePasswordParams>;

export const CreateMyEmailAddressParams = bodyParams('CreateMyEmailAddressParams', { email_address: Text });
export type CreateMyEmailAddressParams = Static<typeof CreateMyEmailAddressParams>;

export const PrepareMyEmailAddressParams = bodyParams('PrepareMyEmailAddressParams', {
  strategy: oneOf(['email_code', 'email_link', 'enterprise_sso']),
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
});
export type PrepareMyEmailAddressParams = Static<typeof PrepareMyEmailAddressParams>;

export const AttemptMyVerificationParams = bodyParams('AttemptMyVerificationParams', { code: Text });
export type AttemptMyVerificationParams = Static<typeof AttemptMyVerificationParams>;

export const CreateMyPhoneNumberParams = bodyParams('CreateMyPhoneNumberParams', {
  phone_number: Text,
  reserved_for_second_factor: MaybeFlag,
});
export type CreateMyPhoneNumberParams = Static<typeof CreateMyPhoneNumberParams>;

export const UpdateMyPhoneNumberParams = bodyParams('UpdateMyPhoneNumberParams', {
  reserved_for_second_factor: MaybeFlag,
  default_second_factor: MaybeFlag,
});
export type UpdateMyPhoneNumberParams = Static<typeof UpdateMyPhoneNumberParams>;

export const PrepareMyPhoneNumberParams = bodyParams('PrepareMyPhoneNumberParams', {
  strategy: oneOf(['phone_code']),
  channel: MaybeText,
  proof_token: MaybeText,
});
export type PrepareMyPhoneNumberParams = Static<typeof PrepareMyPhoneNumberParams>;

export const AttemptMyTotpParams = bodyParams('AttemptMyTotpParams', { code: Type.Optional(Text) });
export type AttemptMyTotpParams = Static<typeof AttemptMyTotpParams>;

export const UpdateMyPasskeyParams = bodyParams('UpdateMyPasskeyParams', { name: MaybeText });
export type UpdateMyPasskeyParams = Static<typeof UpdateMyPasskeyParams>;

export const AttemptMyPasskeyParams = bodyParams('AttemptMyPasskeyParams', {
  strategy: Type.Optional(nullable(oneOf(['passkey']))),
  public_key_credential: Type.Optional(nullable(Type.String({ description: 'The WebAuthn answer as JSON text.' }))),
});
export type AttemptMyPasskeyParams = Static<typeof AttemptMyPasskeyParams>;

export const CreateMyWeb3WalletParams = bodyParams('CreateMyWeb3WalletParams', { web3_wallet: Text });
export type CreateMyWeb3WalletParams = Static<typeof CreateMyWeb3WalletParams>;

export const PrepareMyWeb3WalletParams = bodyParams('PrepareMyWeb3WalletParams', { strategy: Text, redirect_url: MaybeText });
export type PrepareMyWeb3WalletParams = Static<typeof PrepareMyWeb3WalletParams>;

export const AttemptMyWeb3WalletParams = bodyParams('AttemptMyWeb3WalletParams', { signature: Text });
export type AttemptMyWeb3WalletParams = Static<typeof AttemptMyWeb3WalletParams>;

export const CreateMyExternalAccountParams = bodyParams('CreateMyExternalAccountParams', {
  strategy: MaybeText,
  enterprise_connection_id: MaybeText,
  redirect_url: MaybeText,
  action_complete_redirect_url: MaybeText,
  additional_scope: MaybeText,
  code: MaybeText,
  token: MaybeText,
  oidc_login_hint: MaybeText,
  oidc_prompt: MaybeText,
});
export type CreateMyExternalAccountParams = Static<typeof CreateMyExternalAccountParams>;
