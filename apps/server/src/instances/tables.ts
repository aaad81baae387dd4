import type { ColumnType, Generated, Selectable } from 'kysely';

/** A column that is set once, or left to its default, and then never changes. */
type Fixed<Value> = ColumnType<Value, Value | undefined, never>;

export type EnvironmentType = 'development' | 'production';

export interface WorkspacesTable {
  id: string;
  name: string;
  created_at: Fixed<Date>;
}

export interface ApplicationsTable {
  id: string;
  workspace_id: string;
  name: string;
  logo_url: string | null;
  created_at: Fixed<Date>;
}

export interface InstancesTable {
  id: string;
  application_id: string;
  slug: string;
  environment_type: EnvironmentType;
  /** Host of the Frontend API: the one inside the publishable key. */
  fapi_host: string;
  home_url: string | null;
  /** The settings document as stored; the settings room validates it and fills in defaults. */
  settings: Generated<Record<string, unknown>>;
  created_at: Fixed<Date>;
  updated_at: Generated<Date>;
}

export interface SigningKeysTable {
  instance_id: string;
  /** The `kid` of the tokens it signs. */
  id: string;
  algorithm: string;
  public_jwk: Record<string, unknown>;
  private_key_encrypted: Buffer;
  created_at: Fixed<Date>;
  /** When it stopped signing; it keeps verifying. */
  retired_at: Date | null;
}

export interface SecretKeysTable {
  instance_id: string;
  id: string;
  name: string;
  /** Digest of the secret, by which it is found. */
  hash: Buffer;
  /** The secret's last characters, to tell keys apart. */
  hint: string;
  secret_encrypted: Buffer | null;
  created_at: Fixed<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export type InstanceRow = Selectable<InstancesTable>;
export type SigningKeyRow = Selectable<SigningKeysTable>;
export type SecretKeyRow = Selectable<SecretKeysTable>;

declare module '../platform/database/tables.ts' {
  interface Tables {
    workspaces: WorkspacesTable;
    applications: ApplicationsTable;
    instances: InstancesTable;
    signing_keys: SigningKeysTable;
    secret_keys: SecretKeysTable;
  }
}
