import type { Db } from '../../platform/database/tables.ts';
import type { NewTotpRow, TotpRow } from './tables.ts';

/** Puts a secret in the place of the one before. */
export async function replace(db: Db, row: NewTotpRow): Promise<TotpRow> {
  await remove(db, row.instance_id, row.user_id);
  return db.insertInto('totps').values(row).returningAll().executeTakeFirstOrThrow();
}

export function findOf(db: Db, instanceId: string, userId: string): Promise<TotpRow | undefined> {
  return db.selectFrom('totps').selectAll().where('instance_id', '=', instanceId).where('user_id', '=', userId).executeTakeFirst();
}

/** The authenticator apps of these users that are set up. */
export function verifiedOf(db: Db, instanceId: string, userIds: readonly string[]): Promise<TotpRow[]> {
  return db.selectFrom('totps').selectAll().where('instance_id', '=', instanceId).where('user_id', 'in', userIds).where('verified_at', 'is not', null).execute();
}

/** Those of these users who have an authenticator app. */
export async function usersWithOne(db: Db, instanceId: string, userIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('totps')
    .select('user_id')
    .where('instance_id', '=', instanceId)
    .where('user_id', 'in', userIds)
    .where('verified_at', 'is not', null)
    .execute();
  return rows.map((row) => row.user_id);
}

/**
 * Uses up a time step and those before it, in one statement: of any number of parallel attempts with
 * the same code one passes. The first code also shows that the app has the secret.
 */
export function useStep(db: Db, row: TotpRow, step: number, at: Date): Promise<TotpRow | undefined> {
  return db
    .updateTable('totps')
    .set({ last_step: step, verified_at: row.verified_at ?? at, updated_at: at })
    .where('instance_id', '=', row.instance_id)
    .where('id', '=', row.id)
    .where('last_step', '<', step)
    .returningAll()
    .executeTakeFirst();
}

/** Answers what was removed. */
export function remove(db: Db, instanceId: string, userId: string): Promise<TotpRow | undefined> {
  return db.deleteFrom('totps').where('instance_id', '=', instanceId).where('user_id', '=', userId).returningAll().executeTakeFirst();
}
