import { type Static, Type } from 'typebox';
import {
  CreatedAndUpdated,
  Flag,
  kind,
  Metadata,
  nullable,
  NullableCount,
  NullableText,
  NullableTimestamp,
  oneOf,
  part,
  resource,
  Text,
  Texts,
  Timestamp,
  variants,
} from '../parts.ts';
import { ExternalAccount } from '../resources/external-account.ts';
import { userFields } from '../resources/user.ts';
import { BackendEmailAddress } from './email-address.ts';
import { BackendOrganizationMembership } from './organization.ts';
import { BackendPhoneNumber } from './phone-number.ts';
import {
  BackendAdminVerification,
  BackendOAuthVerification,
  BackendPasskeyVerification,
  BackendSamlVerification,
  BackendTicketVerification,
  BackendWeb3Verification,
} from './verification.ts';

export const BackendWeb3Wallet = resource('BackendWeb3Wallet', {
  id: Text,
  object: kind('web3_wallet'),
  web3_wallet: Text,
  verification: nullable(variants([BackendWeb3Verification, BackendAdminVerification])),
  ...CreatedAndUpdated,
});

export const BackendPasskey = resource('BackendPasskey', {
  id: Text,
  object: kind('passkey'),
  name: Text,
  last_used_at: Timestamp,
  verification: nullable(BackendPasskeyVerification),
});

export const BackendSamlAccount = resource('BackendSamlAccount', {
  id: Text,
  object: kind('saml_account'),
  provider: Text,
  active: Flag,
  email_address: Text,
  first_name: NullableText,
  last_name: NullableText,
  provider_user_id: NullableText,
  last_authenticated_at: NullableTimestamp,
  public_metadata: Metadata,
  verification: nullable(variants([BackendSamlVerification, BackendTicketVerification])),
  saml_connection: nullable(
    part({
      id: Text,
      name: Text,
      domain: Text,
      domains: Texts,
      active: Flag,
      provider: Text,
      sync_user_attributes: Flag,
      allow_subdomains: Type.Optional(Flag),
      allow_idp_initiated: Type.Optional(Flag),
      disable_additional_identifications: Type.Optional(Flag),
      ...CreatedAndUpdated,
    }),
  ),
});

export const BackendEnterpriseAccount = resource('BackendEnterpriseAccount', {
  id: Text,
  object: kind('enterprise_account'),
  protocol: oneOf(['oauth', 'saml']),
  provider: Text,
  active: Flag,
  email_address: Text,
  first_name: NullableText,
  last_name: NullableText,
  provider_user_id: NullableText,
  enterprise_connection_id: NullableText,
  public_metadata: Metadata,
  verification: nullable(variants([BackendTicketVerification, BackendSamlVerification, BackendOAuthVerification])),
  enterprise_connection: nullable(
    part({
      id: Text,
      protocol: Text,
      provider: Text,
      name: Text,
      logo_public_url: NullableText,
      domain: Text,
      domains: Texts,
      active: Flag,
      sync_user_attributes: Flag,
      allow_subdomains: Flag,
      allow_idp_initiated: Flag,
      disable_additional_identifications: Flag,
      ...CreatedAndUpdated,
    }),
  ),
  last_authenticated_at: NullableTimestamp,
});

/** A user as servers see them: with private metadata. */
export const BackendUser = resource('BackendUser', {
  ...userFields,
  locale: NullableText,
  private_metadata: Metadata,
  email_addresses: Type.Array(BackendEmailAddress),
  phone_numbers: Type.Array(BackendPhoneNumber),
  web3_wallets: Type.Array(BackendWeb3Wallet),
  passkeys: Type.Array(BackendPasskey),
  external_accounts: Type.Array(ExternalAccount),
  saml_accounts: Type.Array(BackendSamlAccount),
  enterprise_accounts: Type.Array(BackendEnterpriseAccount),
  organization_memberships: Type.Optional(Type.Array(BackendOrganizationMembership)),
  create_organizations_limit: Type.Optional(NullableCount),
  bypass_client_trust: Flag,
  scim: Type.Optional(
    nullable(part({ directory_id: Text, directory_enabled: Type.Optional(Flag), external_id: NullableText })),
  ),
});
export type BackendUserResource = Static<typeof BackendUser>;

export const BackendUsers = Type.Array(BackendUser);

export const PasswordVerified = resource('PasswordVerified', { verified: Flag });
export const TotpVerified = resource('TotpVerified', { verified: Flag, code_type: oneOf(['totp', 'backup_code']) });
/** What remains when a user's second factors have been removed. */
export const UserReference = resource('UserReference', { user_id: Text });
