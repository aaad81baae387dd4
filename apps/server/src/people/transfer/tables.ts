import type { Generated, Selectable } from 'kysely';

export interface UserImportsTable {
  instance_id: string;
  file_hash: Buffer;
  format: string;
  records: Generated<number>;
  imported: Generated<number>;
  rejected: Generated<number>;
  rejects_bytes: Generated<number>;
  started_at: Date;
  updated_at: Date;
  finished_at: Date | null;
}

export type UserImportRow = Selectable<UserImportsTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    user_imports: UserImportsTable;
  }
}
