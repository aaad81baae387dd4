import type { Generated, Insertable, Selectable } from 'kysely';

export interface PhoneNumbersTable {
  instance_id: string;
  id: string;
  user_id: string;
  phone_number: string;
  verified_at: Date | null;
  reserved: Generated<boolean>;
  reserved_for_second_factor: Generated<boolean>;
  default_second_factor: Generated<boolean>;
  verification_id: string | null;
  created_at: Date;
  updated_at: Date;
}

export type PhoneNumberRow = Selectable<PhoneNumbersTable>;
export type NewPhoneNumberRow = Insertable<PhoneNumbersTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    phone_numbers: PhoneNumbersTable;
  }
}
