import type { Db } from '../../platform/database/tables.ts';
import type { DevBrowserRow, NewDevBrowserRow } from './tables.ts';

export async function insert(db: Db, row: NewDevBrowserRow): Promise<void> {
  await db.insertInto('dev_browsers').values(row).execute();
}

export function findByToken(db: Db, instanceId: string, tokenHash: Buffer): Promise<DevBrowserRow | undefined> {
  return db.selectFrom('dev_browsers').selectAll().where('instance_id', '=', instanceId).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** Reads a development browser and keeps other requests from giving it a client until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<DevBrowserRow | undefined> {
  return db.selectFrom('dev_browsers').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function setClient(db: Db, instanceId: string, id: string, clientId: string): Promise<void> {
  await db.updateTable('dev_browsers').set({ client_id: clientId }).where('instance_id', '=', instanceId).where('id', '=', id).execute();
}
