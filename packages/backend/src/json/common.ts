/** What a resource on the wire says it is. */
export type ObjectType =
  | 'accountless_application'
  | 'actor_token'
  | 'allowlist_identifier'
  | 'api_key'
  | 'blocklist_identifier'
  | 'clerk_idp_oauth_access_token'
  | 'client'
  | 'commerce_payer'
  | 'commerce_payment_attempt'
  | 'commerce_plan'
  | 'commerce_subscription'
  | 'commerce_subscription_item'
  | 'cookies'
  | 'domain'
  | 'email'
  | 'email_address'
  | 'external_account'
  | 'facebook_account'
  | 'feature'
  | 'google_account'
  | 'instance'
  | 'instance_restrictions'
  | 'instance_settings'
  | 'invitation'
  | 'jwt_template'
  | 'machine'
  | 'machine_scope'
  | 'machine_secret_key'
  | 'machine_to_machine_token'
  | 'oauth_access_token'
  | 'oauth_application'
  | 'organization'
  | 'organization_domain'
  | 'organization_invitation'
  | 'organization_membership'
  | 'organization_settings'
  | 'permission'
  | 'phone_number'
  | 'proxy_check'
  | 'redirect_url'
  | 'role'
  | 'saml_account'
  | 'saml_connection'
  | 'session'
  | 'sign_in_attempt'
  | 'sign_in_token'
  | 'sign_up_attempt'
  | 'sms_message'
  | 'testing_token'
  | 'token'
  | 'total_count'
  | 'user'
  | 'waitlist_entry'
  | 'web3_wallet';

/** What every resource has. Times are milliseconds since 1970 throughout. */
export interface ClerkResourceJSON<Type extends ObjectType = ObjectType> {
  object: Type;
  id: string;
}

export interface Timestamps {
  created_at: number;
  updated_at: number;
}

export interface DeletedObjectJSON {
  object: string;
  id?: string;
  slug?: string;
  deleted: boolean;
}

export interface PaginatedResponseJSON {
  data: object[];
  total_count?: number;
}

export interface TotalCountJSON {
  object: 'total_count';
  total_count: number;
}

export interface VerificationJSON extends ClerkResourceJSON {
  status: 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired';
  strategy: string;
  attempts: number | null;
  expire_at: number | null;
  verified_at_client?: string;
  external_verification_redirect_url?: string | null;
  nonce?: string | null;
  message?: string | null;
}

export interface IdentificationLinkJSON extends ClerkResourceJSON {
  type: string;
}
