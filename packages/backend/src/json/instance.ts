import type { ClerkResourceJSON, Timestamps } from './common.ts';

export interface InstanceJSON extends ClerkResourceJSON<'instance'> {
  environment_type: string;
  allowed_origins: string[] | null;
}

export interface InstanceRestrictionsJSON extends ClerkResourceJSON<'instance_restrictions'> {
  allowlist: boolean;
  blocklist: boolean;
  block_email_subaddresses: boolean;
  block_disposable_email_domains: boolean;
  ignore_dots_for_gmail_addresses: boolean;
}

export interface InstanceSettingsJSON extends ClerkResourceJSON<'instance_settings'> {
  restricted_to_allowlist: boolean;
  from_email_address: string;
  progressive_sign_up: boolean;
  enhanced_email_deliverability: boolean;
}

export interface CnameTargetJSON {
  host: string;
  value: string;
  required: boolean;
}

export interface DomainJSON extends ClerkResourceJSON<'domain'> {
  name: string;
  is_satellite: boolean;
  frontend_api_url: string;
  accounts_portal_url?: string | null;
  proxy_url?: string;
  development_origin: string;
  cname_targets: CnameTargetJSON[];
}

export interface ProxyCheckJSON extends ClerkResourceJSON<'proxy_check'>, Timestamps {
  domain_id: string;
  last_run_at: number | null;
  proxy_url: string;
  successful: boolean;
}

export interface RedirectUrlJSON extends ClerkResourceJSON<'redirect_url'>, Timestamps {
  url: string;
}

export interface JwtTemplateJSON extends ClerkResourceJSON<'jwt_template'>, Timestamps {
  name: string;
  claims: object;
  /** Seconds. */
  lifetime: number;
  /** Seconds. */
  allowed_clock_skew: number;
  custom_signing_key: boolean;
  signing_algorithm: string;
}

export interface AccountlessApplicationJSON extends ClerkResourceJSON<'accountless_application'> {
  publishable_key: string;
  secret_key: string;
  claim_url: string;
  api_keys_url: string;
}

export interface WebhooksSvixJSON {
  svix_url: string;
}

export interface EmailJSON extends ClerkResourceJSON<'email'> {
  slug?: string | null;
  from_email_name: string;
  to_email_address?: string;
  email_address_id: string | null;
  user_id?: string | null;
  subject?: string;
  body?: string;
  body_plain?: string | null;
  status?: string;
  data?: Record<string, unknown> | null;
  delivered_by_clerk: boolean;
}

export interface SMSMessageJSON extends ClerkResourceJSON<'sms_message'> {
  from_phone_number: string;
  to_phone_number: string;
  phone_number_id: string | null;
  user_id?: string;
  message: string;
  status: string;
  slug?: string | null;
  data?: Record<string, unknown> | null;
  delivered_by_clerk: boolean;
}
