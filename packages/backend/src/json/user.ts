import type { ClerkResourceJSON, DeletedObjectJSON, IdentificationLinkJSON, Timestamps, VerificationJSON } from './common.ts';
import type { Metadata } from './metadata.ts';
import type { OrganizationMembershipJSON } from './organization.ts';
import type { SamlAccountJSON } from './saml.ts';

export interface UserJSON extends ClerkResourceJSON<'user'>, Timestamps {
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  image_url: string;
  has_image: boolean;
  primary_email_address_id: string | null;
  primary_phone_number_id: string | null;
  primary_web3_wallet_id: string | null;
  password_enabled: boolean;
  two_factor_enabled: boolean;
  totp_enabled: boolean;
  backup_code_enabled: boolean;
  email_addresses: EmailAddressJSON[];
  phone_numbers: PhoneNumberJSON[];
  web3_wallets: Web3WalletJSON[];
  organization_memberships: OrganizationMembershipJSON[] | null;
  external_accounts: ExternalAccountJSON[];
  saml_accounts: SamlAccountJSON[];
  password_last_updated_at: number | null;
  public_metadata: Metadata<UserPublicMetadata>;
  private_metadata: Metadata<UserPrivateMetadata>;
  unsafe_metadata: Metadata<UserUnsafeMetadata>;
  external_id: string | null;
  last_sign_in_at: number | null;
  banned: boolean;
  locked: boolean;
  lockout_expires_in_seconds: number | null;
  verification_attempts_remaining: number | null;
  last_active_at: number | null;
  create_organization_enabled: boolean;
  create_organizations_limit: number | null;
  delete_self_enabled: boolean;
  legal_accepted_at: number | null;
  locale: string | null;
}

export interface UserDeletedJSON extends DeletedObjectJSON {
  external_id?: string;
}

export interface EmailAddressJSON extends ClerkResourceJSON<'email_address'> {
  email_address: string;
  verification: VerificationJSON | null;
  linked_to: IdentificationLinkJSON[];
}

export interface PhoneNumberJSON extends ClerkResourceJSON<'phone_number'> {
  phone_number: string;
  reserved_for_second_factor: boolean;
  default_second_factor: boolean;
  reserved: boolean;
  verification: VerificationJSON | null;
  linked_to: IdentificationLinkJSON[];
  backup_codes: string[];
}

export interface Web3WalletJSON extends ClerkResourceJSON<'web3_wallet'> {
  web3_wallet: string;
  verification: VerificationJSON | null;
}

export interface ExternalAccountJSON extends ClerkResourceJSON<'external_account'> {
  provider: string;
  identification_id: string;
  provider_user_id: string;
  /** Space-separated. */
  approved_scopes: string;
  email_address: string;
  first_name: string;
  last_name: string;
  image_url?: string;
  username: string | null;
  phone_number: string | null;
  public_metadata?: Record<string, unknown> | null;
  label: string | null;
  verification: VerificationJSON | null;
}

export interface OauthAccessTokenJSON {
  object: 'oauth_access_token';
  external_account_id: string;
  token: string;
  provider: string;
  public_metadata: Record<string, unknown>;
  label: string | null;
  scopes?: string[];
  /** OAuth 1.0 only. */
  token_secret?: string;
  expires_at?: number;
}
