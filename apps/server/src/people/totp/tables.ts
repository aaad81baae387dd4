import type { Generated, Insertable, Selectable } from 'kysely';

export interface TotpsTable {
  instance_id: string;
  id: string;
  user_id: string;
  secret_encrypted: Buffer;
  verified_at: Date | null;
  last_step: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

export type TotpRow = Selectable<TotpsTable>;
export type NewTotpRow = Insertable<TotpsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    totps: TotpsTable;
  }
}
