import type { ClerkResourceJSON, Timestamps, VerificationJSON } from './common.ts';

export interface SignInJSON extends ClerkResourceJSON<'sign_in_token'> {
  status: 'needs_identifier' | 'needs_factor_one' | 'needs_factor_two' | 'complete';
  identifier: string;
  created_session_id: string | null;
}

export interface SignUpVerificationJSON {
  next_action: 'needs_prepare' | 'needs_attempt' | '';
  supported_strategies: string[];
}

export interface SignUpVerificationsJSON {
  email_address: SignUpVerificationJSON;
  phone_number: SignUpVerificationJSON;
  web3_wallet: SignUpVerificationJSON;
  external_account: VerificationJSON;
}

export interface SignUpJSON extends ClerkResourceJSON<'sign_up_attempt'> {
  status: 'missing_requirements' | 'complete' | 'abandoned';
  required_fields: string[];
  optional_fields: string[];
  missing_fields: string[];
  unverified_fields: string[];
  verifications: SignUpVerificationsJSON;
  username: string | null;
  email_address: string | null;
  phone_number: string | null;
  web3_wallet: string | null;
  password_enabled: boolean;
  first_name: string | null;
  last_name: string | null;
  public_metadata?: Record<string, unknown> | null;
  unsafe_metadata?: Record<string, unknown> | null;
  custom_action: boolean;
  external_id: string | null;
  created_session_id: string | null;
  created_user_id: string | null;
  abandon_at: number | null;
  legal_accepted_at: number | null;
  external_account: object | null;
}

export interface InvitationJSON extends ClerkResourceJSON<'invitation'>, Timestamps {
  email_address: string;
  public_metadata: Record<string, unknown> | null;
  revoked?: boolean;
  status: 'pending' | 'accepted' | 'revoked' | 'expired';
  url?: string;
}

export interface WaitlistEntryJSON extends ClerkResourceJSON<'waitlist_entry'>, Timestamps {
  status: 'pending' | 'invited' | 'completed' | 'rejected';
  email_address: string;
  invitation: InvitationJSON | null;
  is_locked: boolean;
}

export type IdentifierType = 'email_address' | 'phone_number' | 'web3_wallet';

export interface AllowlistIdentifierJSON extends ClerkResourceJSON<'allowlist_identifier'>, Timestamps {
  identifier: string;
  identifier_type: IdentifierType;
  instance_id?: string;
  invitation_id?: string;
}

export interface BlocklistIdentifierJSON extends ClerkResourceJSON<'blocklist_identifier'>, Timestamps {
  identifier: string;
  identifier_type: IdentifierType;
  instance_id?: string;
}
