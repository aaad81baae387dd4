import type { Db } from '../../platform/database/tables.ts';
import type { SigningKeyRow } from '../tables.ts';

export async function insert(db: Db, row: Omit<SigningKeyRow, 'retired_at'>): Promise<void> {
  await db.insertInto('signing_keys').values({ ...row, retired_at: null }).execute();
}

export function findNewest(db: Db, instanceId: string): Promise<SigningKeyRow | undefined> {
  return db
    .selectFrom('signing_keys')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Keys in use and those retired after `since`. */
export function listVerifying(db: Db, instanceId: string, since: Date): Promise<Pick<SigningKeyRow, 'id' | 'public_jwk'>[]> {
  return db
    .selectFrom('signing_keys')
    .select(['id', 'public_jwk'])
    .where('instance_id', '=', instanceId)
    .where((eb) => eb.or([eb('retired_at', 'is', null), eb('retired_at', '>', since)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function retireAll(db: Db, instanceId: string, at: Date): Promise<void> {
  await db.updateTable('signing_keys').set({ retired_at: at }).where('instance_id', '=', instanceId).where('retired_at', 'is', null).execute();
}

/** Any key at all, of whichever instance: to see whether the root key opens it. */
export function findAny(db: Db): Promise<Pick<SigningKeyRow, 'instance_id' | 'private_key_encrypted'> | undefined> {
  return db.selectFrom('signing_keys').select(['instance_id', 'private_key_encrypted']).limit(1).executeTakeFirst();
}
