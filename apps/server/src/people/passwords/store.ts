import type { Db } from '../../platform/database/tables.ts';
import type { PasswordHash } from './hashing.ts';

/** Sets or, with `null`, removes a user's password. */
export async function setPassword(db: Db, instanceId: string, userId: string, password: PasswordHash | null, at: Date): Promise<void> {
  await db
    .updateTable('users')
    .set({
      password_hash: password?.hash ?? null,
      password_hasher: password?.hasher ?? null,
      password_updated_at: at,
      password_change_required: false,
      updated_at: at,
    })
    .where('instance_id', '=', instanceId)
    .where('id', '=', userId)
    .execute();
}

/** Removes a password that whoever comes next has not set; they are asked for one of their own if the instance uses passwords. */
export async function forget(db: Db, instanceId: string, userId: string, changeRequired: boolean, at: Date): Promise<void> {
  await db
    .updateTable('users')
    .set({ password_hash: null, password_hasher: null, password_updated_at: at, password_change_required: changeRequired, updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', userId)
    .where('password_hash', 'is not', null)
    .execute();
}

/** Notes whether the next sign-in asks for another password. */
export async function requireChange(db: Db, instanceId: string, userId: string, required: boolean, at: Date): Promise<void> {
  await db.updateTable('users').set({ password_change_required: required, updated_at: at }).where('instance_id', '=', instanceId).where('id', '=', userId).execute();
}

/** Puts a better hash of the same password in place of an old one, unless the password has changed meanwhile. */
export async function replaceHash(db: Db, instanceId: string, userId: string, old: string, better: PasswordHash): Promise<void> {
  await db
    .updateTable('users')
    .set({ password_hash: better.hash, password_hasher: better.hasher })
    .where('instance_id', '=', instanceId)
    .where('id', '=', userId)
    .where('password_hash', '=', old)
    .execute();
}
