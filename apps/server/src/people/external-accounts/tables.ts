import type { Generated, Insertable, Selectable } from 'kysely';
import type { Json } from '../../platform/database/tables.ts';

export interface ExternalAccountsTable {
  instance_id: string;
  id: string;
  user_id: string;
  identification_id: string;
  provider: string;
  provider_user_id: string;
  approved_scopes: Generated<string>;
  email_address: Generated<string>;
  email_address_verified: boolean | null;
  first_name: Generated<string>;
  last_name: Generated<string>;
  image_url: string | null;
  username: string | null;
  public_metadata: Generated<Json>;
  verification_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export type ExternalAccountRow = Selectable<ExternalAccountsTable>;
export type NewExternalAccountRow = Insertable<ExternalAccountsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    external_accounts: ExternalAccountsTable;
  }
}
