import { type Static, Type } from 'typebox';
import {
  Count,
  CreatedAndUpdated,
  Flag,
  kind,
  Metadata,
  NullableCount,
  NullableText,
  NullableTimestamp,
  resource,
  Text,
} from '../parts.ts';
import { EmailAddress } from './email-address.ts';
import { ExternalAccount } from './external-account.ts';
import { OrganizationMembership } from './organization.ts';
import { Passkey } from './passkey.ts';
import { PhoneNumber } from './phone-number.ts';
import { SamlAccount } from './saml-account.ts';
import { Web3Wallet } from './web3-wallet.ts';

/** Fields that browsers and servers see alike. */
export const userFields = {
  id: Text,
  object: kind('user'),
  external_id: NullableText,
  username: NullableText,
  first_name: NullableText,
  last_name: NullableText,
  image_url: Text,
  profile_image_url: Type.Optional(Type.String({ deprecated: true })),
  has_image: Flag,
  primary_email_address_id: NullableText,
  primary_phone_number_id: NullableText,
  primary_web3_wallet_id: NullableText,
  password_enabled: Flag,
  two_factor_enabled: Flag,
  totp_enabled: Flag,
  backup_code_enabled: Flag,
  mfa_enabled_at: NullableTimestamp,
  mfa_disabled_at: NullableTimestamp,
  password_last_updated_at: NullableTimestamp,
  public_metadata: Metadata,
  unsafe_metadata: Metadata,
  last_sign_in_at: NullableTimestamp,
  last_active_at: NullableTimestamp,
  banned: Flag,
  locked: Flag,
  deprovisioned: Type.Optional(Flag),
  lockout_expires_in_seconds: NullableCount,
  verification_attempts_remaining: NullableCount,
  delete_self_enabled: Flag,
  create_organization_enabled: Flag,
  create_organizations_limit: Type.Optional(Count),
  legal_accepted_at: NullableTimestamp,
  ...CreatedAndUpdated,
};

/** A user as their own browser sees them: without private metadata. */
export const User = resource('User', {
  ...userFields,
  email_addresses: Type.Array(EmailAddress),
  phone_numbers: Type.Array(PhoneNumber),
  web3_wallets: Type.Array(Web3Wallet),
  passkeys: Type.Array(Passkey),
  external_accounts: Type.Array(ExternalAccount),
  saml_accounts: Type.Array(SamlAccount),
  enterprise_accounts: Type.Array(Metadata),
  organization_memberships: Type.Array(OrganizationMembership),
});
export type UserResource = Static<typeof User>;
