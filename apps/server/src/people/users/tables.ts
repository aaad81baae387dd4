import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface UsersTable {
  instance_id: string;
  id: string;
  external_id: string | null;
  username: string | null;
  first_name: string | null;
  last_name: string | null;
  image_id: string | null;
  primary_email_address_id: string | null;
  primary_phone_number_id: string | null;
  primary_web3_wallet_id: string | null;
  password_hash: string | null;
  password_hasher: string | null;
  password_updated_at: Date | null;
  password_change_required: Generated<boolean>;
  public_metadata: Generated<Json>;
  private_metadata: Generated<Json>;
  unsafe_metadata: Generated<Json>;
  banned_at: Date | null;
  locked_at: Date | null;
  lock_expires_at: Date | null;
  failed_attempts: Generated<number>;
  delete_self_enabled: Generated<boolean>;
  create_organization_enabled: Generated<boolean>;
  create_organizations_limit: number | null;
  bypass_client_trust: Generated<boolean>;
  mfa_enabled_at: Date | null;
  mfa_disabled_at: Date | null;
  legal_accepted_at: Date | null;
  last_sign_in_at: Date | null;
  last_active_at: Date | null;
  locale: string | null;
  created_at: Date;
  updated_at: Date;
}

/** What users are searched and sorted by; the database keeps it (migration 0018). */
export interface UserDirectoryTable {
  instance_id: string;
  user_id: string;
  document: string;
  first_name: string | null;
  last_name: string | null;
  username: string | null;
  email_address: string | null;
  phone_number: string | null;
  web3_wallet: string | null;
}

/** How many users were added or, negative, taken away; their number is the sum. */
export interface UserCountsTable {
  instance_id: string;
  users: number;
}

export type UserRow = Selectable<UsersTable>;
export type NewUserRow = Insertable<UsersTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    users: UsersTable;
    user_directory: UserDirectoryTable;
    user_counts: UserCountsTable;
  }
}
