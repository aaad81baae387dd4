import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import { insertRow } from '../../platform/database/insert-row.ts';
import type { Db } from '../../platform/database/tables.ts';
import type { ClientRow, ClientsTable } from './tables.ts';

export type ClientColumns = Omit<Updateable<ClientsTable>, 'instance_id' | 'id'>;

export function find(db: Db, instanceId: string, id: string): Promise<ClientRow | undefined> {
  return db.selectFrom('clients').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads a client and keeps other sign-ins on it waiting until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<ClientRow | undefined> {
  return db.selectFrom('clients').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Locks clients in the order of their ids, so that two that lock several do not wait for each other. */
export async function lockAll(db: Db, instanceId: string, ids: readonly string[]): Promise<void> {
  await db.selectFrom('clients').select('id').where('instance_id', '=', instanceId).where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

export function findByToken(db: Db, instanceId: string, tokenHash: Buffer): Promise<ClientRow | undefined> {
  return db
    .selectFrom('clients')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** Finds a client by the token before its present one. */
export function findByPreviousToken(db: Db, instanceId: string, tokenHash: Buffer): Promise<ClientRow | undefined> {
  return db
    .selectFrom('clients')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('previous_token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

/** One page of all clients, newest first (ids sort by age). */
export function list(db: Db, instanceId: string, page: { limit: number; offset: number }): Promise<ClientRow[]> {
  return db.selectFrom('clients').selectAll().where('instance_id', '=', instanceId).orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute();
}

export async function count(db: Db, instanceId: string): Promise<number> {
  const { total } = await db
    .selectFrom('clients')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return total;
}

export function insert(db: Db, row: ClientRow): Promise<void> {
  return insertRow(db, 'clients', row);
}

export async function update(db: Db, instanceId: string, id: string, columns: ClientColumns): Promise<void> {
  await db.updateTable('clients').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

/** Puts a new token in the place of the present one, which becomes the previous one. */
export async function replaceToken(db: Db, instanceId: string, id: string, tokenHash: Buffer, columns: ClientColumns): Promise<void> {
  await db
    .updateTable('clients')
    .set({ ...columns, token_hash: tokenHash, previous_token_hash: sql`token_hash` })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .execute();
}
