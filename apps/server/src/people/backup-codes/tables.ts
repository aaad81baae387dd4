import type { Insertable } from 'kysely';

export interface BackupCodesTable {
  instance_id: string;
  user_id: string;
  code_hash: Buffer;
  created_at: Date;
}

export type NewBackupCodeRow = Insertable<BackupCodesTable>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    backup_codes: BackupCodesTable;
  }
}
