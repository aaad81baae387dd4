import type { Db } from '../../platform/database/tables.ts';
import type { NewPasskeyRow, PasskeyRow } from './tables.ts';

export function insert(db: Db, row: NewPasskeyRow): Promise<PasskeyRow> {
  return db.insertInto('passkeys').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('passkeys').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export function findByCredential(db: Db, instanceId: string, credentialId: string): Promise<PasskeyRow | undefined> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('credential_id', '=', credentialId)
    .where('verified_at', 'is not', null)
    .executeTakeFirst();
}

/** Everything that these users have set up, oldest first. */
export function listOf(db: Db, instanceId: string, userIds: readonly string[]): Promise<PasskeyRow[]> {
  return db
    .selectFrom('passkeys')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('user_id', 'in', userIds)
    .where('verified_at', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** @throws a unique violation when the credential is known already */
export function confirm(db: Db, instanceId: string, id: string, columns: { credential_id: string; public_key: Buffer; counter: number; verified_at: Date }): Promise<PasskeyRow | undefined> {
  return db
    .updateTable('passkeys')
    .set({ ...columns, updated_at: columns.verified_at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('verified_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

export function rename(db: Db, instanceId: string, id: string, name: string, at: Date): Promise<PasskeyRow | undefined> {
  return db.updateTable('passkeys').set({ name, updated_at: at }).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Notes a use, if its count has not been overtaken meanwhile. Devices that do not count always say 0. */
export async function noteUse(db: Db, { instance_id: instanceId, id }: PasskeyRow, counter: number, at: Date): Promise<boolean> {
  const used = await db
    .updateTable('passkeys')
    .set({ counter, last_used_at: at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('counter', '<', counter), eb.and([eb('counter', '=', 0), eb.val(counter === 0)])]))
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('passkeys').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

export async function removeOf(db: Db, instanceId: string, userId: string): Promise<void> {
  await db.deleteFrom('passkeys').where('instance_id', '=', instanceId).where('user_id', '=', userId).execute();
}

/** Forgets what a user began to set up and did not finish. */
export async function removeUnfinished(db: Db, instanceId: string, userId: string): Promise<void> {
  await db.deleteFrom('passkeys').where('instance_id', '=', instanceId).where('user_id', '=', userId).where('verified_at', 'is', null).execute();
}
