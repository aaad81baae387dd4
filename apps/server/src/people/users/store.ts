import { sql } from 'kysely';
import type { RawBuilder, Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { NewUserRow, UserRow, UsersTable } from './tables.ts';

export type UserColumns = Omit<Updateable<UsersTable>, 'instance_id' | 'id'>;

export function find(db: Db, instanceId: string, id: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads a user and keeps everyone else from changing it until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<UserRow | undefined> {
  return db.selectFrom('users').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** @throws a unique violation of `users_username` or `users_external_id` */
export function insert(db: Db, row: NewUserRow): Promise<UserRow> {
  return db.insertInto('users').values(row).returningAll().executeTakeFirstOrThrow();
}

/** @throws a unique violation of `users_username` or `users_external_id` */
export function update(db: Db, instanceId: string, id: string, columns: UserColumns): Promise<UserRow | undefined> {
  return db.updateTable('users').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Moves the time of the last change on; never back. */
export async function touch(db: Db, instanceId: string, id: string, at: Date): Promise<void> {
  await db.updateTable('users').set({ updated_at: at }).where('instance_id', '=', instanceId).where('id', '=', id).where('updated_at', '<', at).execute();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('users').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

/** A lock that has run out is taken off; one that holds stays. */
function withoutExpiredLock(at: Date) {
  const expired = sql<boolean>`lock_expires_at <= ${at}`;
  return {
    locked_at: sql<Date | null>`case when ${expired} then null else locked_at end`,
    lock_expires_at: sql<Date | null>`case when ${expired} then null else lock_expires_at end`,
  };
}

/**
 * Counts one more wrong attempt, in one statement so that none is lost between parallel ones. A lock
 * that has run out starts the count anew.
 */
export function countFailedAttempt(db: Db, instanceId: string, id: string, at: Date): Promise<UserRow | undefined> {
  return db
    .updateTable('users')
    .set({ ...withoutExpiredLock(at), failed_attempts: sql<number>`case when lock_expires_at <= ${at} then 1 else failed_attempts + 1 end` })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/**
 * Notes a sign-in, which forgets the wrong attempts before it; answers nothing for those who are banned or locked.
 *
 * @param question what else the statement is asked, so that this costs no other
 */
export async function noteSignIn(db: Db, instanceId: string, id: string, at: Date, question: RawBuilder<boolean>): Promise<{ user: UserRow; answer: boolean } | undefined> {
  const { rows } = await sql<UserRow & { answer: boolean }>`
    update users set locked_at = null, lock_expires_at = null, failed_attempts = 0, last_sign_in_at = ${at}, last_active_at = ${at}
    where instance_id = ${instanceId} and id = ${id} and banned_at is null and (locked_at is null or lock_expires_at <= ${at})
    returning *, ${question} as answer`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { answer, ...user } = row;
  return { user, answer };
}
