import type { Db } from '../../platform/database/tables.ts';
import type { SecretKeyRow } from '../tables.ts';

export async function insert(db: Db, row: Omit<SecretKeyRow, 'last_used_at' | 'revoked_at'>): Promise<void> {
  await db.insertInto('secret_keys').values({ ...row, last_used_at: null, revoked_at: null }).execute();
}

/** Looks a key up by its hash. The one query that cannot start from an instance: it finds it. */
export function findByHash(db: Db, hash: Buffer): Promise<Pick<SecretKeyRow, 'instance_id' | 'hash'> | undefined> {
  return db.selectFrom('secret_keys').select(['instance_id', 'hash']).where('hash', '=', hash).where('revoked_at', 'is', null).executeTakeFirst();
}

export function findNewestShown(db: Db, instanceId: string): Promise<SecretKeyRow | undefined> {
  return db
    .selectFrom('secret_keys')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('revoked_at', 'is', null)
    .where('secret_encrypted', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function listActive(db: Db, instanceId: string): Promise<SecretKeyRow[]> {
  return db
    .selectFrom('secret_keys')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function revoke(db: Db, instanceId: string, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('secret_keys')
    .set({ revoked_at: at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
