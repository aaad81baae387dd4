import { sql } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { DomainRow } from './tables.ts';

/** @throws a unique violation when the name is taken */
export function insert(db: Db, row: DomainRow): Promise<DomainRow> {
  return db.insertInto('domains').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Writes down the primary domain, unless it is there already. */
export async function insertPrimary(db: Db, row: DomainRow): Promise<void> {
  await db
    .insertInto('domains')
    .values(row)
    // Written out: a parameter would name no index once the statement is planned for any value.
    .onConflict((conflict) => conflict.column('instance_id').where('is_satellite', '=', sql.lit(false)).doNothing())
    .execute();
}

export function find(db: Db, instanceId: string, id: string): Promise<DomainRow | undefined> {
  return db.selectFrom('domains').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** The primary domain first, then satellites in the order in which they came. */
export function list(db: Db, instanceId: string): Promise<DomainRow[]> {
  return db.selectFrom('domains').selectAll().where('instance_id', '=', instanceId).orderBy('is_satellite').orderBy('id').execute();
}

/** @throws a unique violation when the name is taken */
export function update(db: Db, instanceId: string, id: string, changes: Partial<Omit<DomainRow, 'instance_id' | 'id'>>): Promise<DomainRow> {
  return db.updateTable('domains').set(changes).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('domains').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

/** Whether a Frontend API host is that of an instance other than this one. */
export async function isHostOfAnother(db: Db, instanceId: string, host: string, name: string): Promise<boolean> {
  const primary = await db.selectFrom('instances').select('id').where('fapi_host', '=', host).where('id', '<>', instanceId).executeTakeFirst();
  if (primary) return true;
  const satellite = await db
    .selectFrom('domains')
    .select('id')
    .where('name', '=', name)
    .where('is_satellite', '=', true)
    .where('live', '=', true)
    .where('instance_id', '<>', instanceId)
    .executeTakeFirst();
  return satellite !== undefined;
}
