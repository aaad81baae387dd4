import type { Db } from '../../platform/database/tables.ts';
import type { HandshakeNonceRow, NewHandshakeNonceRow } from './tables.ts';

export async function insert(db: Db, row: NewHandshakeNonceRow): Promise<void> {
  await db.insertInto('handshake_nonces').values(row).execute();
}

/** Takes a payload out: of any number of callers one gets it. */
export function take(db: Db, instanceId: string, nonceHash: Buffer): Promise<HandshakeNonceRow | undefined> {
  return db
    .deleteFrom('handshake_nonces')
    .where('instance_id', '=', instanceId)
    .where('nonce_hash', '=', nonceHash)
    .returningAll()
    .executeTakeFirst();
}

/** Forgets payloads that nobody fetched in time. */
export async function removeExpired(db: Db, instanceId: string, now: Date): Promise<void> {
  await db.deleteFrom('handshake_nonces').where('instance_id', '=', instanceId).where('expires_at', '<=', now).execute();
}
