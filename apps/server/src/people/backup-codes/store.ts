import type { Db } from '../../platform/database/tables.ts';
import type { NewBackupCodeRow } from './tables.ts';

export async function insert(db: Db, rows: readonly NewBackupCodeRow[]): Promise<void> {
  await db.insertInto('backup_codes').values(rows).execute();
}

/** Uses a code up: of any number of parallel attempts one finds it. */
export async function take(db: Db, instanceId: string, userId: string, codeHash: Buffer): Promise<boolean> {
  const taken = await db
    .deleteFrom('backup_codes')
    .where('instance_id', '=', instanceId)
    .where('user_id', '=', userId)
    .where('code_hash', '=', codeHash)
    .returning('user_id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Those of these users who have codes left. */
export async function usersWithSome(db: Db, instanceId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('backup_codes').select('user_id').distinct().where('instance_id', '=', instanceId).where('user_id', 'in', userIds).execute();
  return rows.map((row) => row.user_id);
}

export async function removeAll(db: Db, instanceId: string, userId: string): Promise<void> {
  await db.deleteFrom('backup_codes').where('instance_id', '=', instanceId).where('user_id', '=', userId).execute();
}
