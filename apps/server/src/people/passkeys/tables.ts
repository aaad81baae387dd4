import type { Generated, Insertable, Selectable } from 'kysely';

export interface PasskeysTable {
  instance_id: string;
  id: string;
  user_id: string;
  name: string;
  rp_id: string;
  credential_id: string | null;
  public_key: Buffer | null;
  counter: Generated<number>;
  verification_id: string | null;
  verified_at: Date | null;
  last_used_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export type PasskeyRow = Selectable<PasskeysTable>;
export type NewPasskeyRow = Insertable<PasskeysTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    passkeys: PasskeysTable;
  }
}
