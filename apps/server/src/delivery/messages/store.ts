import type { Db } from '../../platform/database/tables.ts';
import type { MessageRow } from './tables.ts';

export async function insert(db: Db, row: Omit<MessageRow, 'delivered_at' | 'failed_at' | 'failure'>): Promise<void> {
  await db
    .insertInto('messages')
    .values({ ...row, delivered_at: null, failed_at: null, failure: null })
    .execute();
}

export function find(db: Db, instanceId: string, id: string): Promise<MessageRow | undefined> {
  return db.selectFrom('messages').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Newest first; only those to one recipient, where one is named. */
export function listNewest(db: Db, instanceId: string, limit: number, recipient?: string): Promise<MessageRow[]> {
  let query = db.selectFrom('messages').selectAll().where('instance_id', '=', instanceId);
  if (recipient !== undefined) query = query.where('recipient', '=', recipient);
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** Notes the delivery; with `forget` the content goes, because nobody needs it any more. */
export async function markDelivered(db: Db, instanceId: string, id: string, at: Date, forget: boolean): Promise<void> {
  await db
    .updateTable('messages')
    .set({ delivered_at: at, failed_at: null, failure: null, ...(forget ? { content_encrypted: null } : {}) })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .execute();
}

export async function markFailed(db: Db, instanceId: string, id: string, at: Date, failure: string): Promise<void> {
  await db.updateTable('messages').set({ failed_at: at, failure }).where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

/** Removes messages of all instances that are older than `before`: housekeeping, not a request. */
export async function deleteOlder(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('messages').where('created_at', '<', before).execute();
}
