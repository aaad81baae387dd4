import { sql } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { RedirectUrlRow } from './tables.ts';

/** @throws a unique violation when the address is listed already */
export function insert(db: Db, row: RedirectUrlRow): Promise<RedirectUrlRow> {
  return db.insertInto('redirect_urls').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<RedirectUrlRow | undefined> {
  return db.selectFrom('redirect_urls').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export async function has(db: Db, instanceId: string, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('redirect_urls')
    .select('id')
    .where('instance_id', '=', instanceId)
    .where(sql<boolean>`md5(url) = md5(${url}) and url = ${url}`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Newest first. */
export function list(db: Db, instanceId: string, page: { limit: number; offset: number }): Promise<RedirectUrlRow[]> {
  return db
    .selectFrom('redirect_urls')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string): Promise<number> {
  const { total } = await db
    .selectFrom('redirect_urls')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return total;
}

export async function remove(db: Db, instanceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('redirect_urls').where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
