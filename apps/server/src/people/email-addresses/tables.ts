import type { Generated, Insertable, Selectable } from 'kysely';

export interface EmailAddressesTable {
  instance_id: string;
  id: string;
  user_id: string;
  email_address: string;
  verified_at: Date | null;
  reserved: Generated<boolean>;
  verification_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export type EmailAddressRow = Selectable<EmailAddressesTable>;
export type NewEmailAddressRow = Insertable<EmailAddressesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    email_addresses: EmailAddressesTable;
  }
}
