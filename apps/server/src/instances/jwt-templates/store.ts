import type { Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { JwtTemplateRow, JwtTemplatesTable, NewJwtTemplateRow } from './tables.ts';

/** @throws a unique violation when the name is taken */
export function insert(db: Db, row: NewJwtTemplateRow): Promise<JwtTemplateRow> {
  return db.insertInto('jwt_templates').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<JwtTemplateRow | undefined> {
  return db.selectFrom('jwt_templates').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export function findByName(db: Db, instanceId: string, name: string): Promise<JwtTemplateRow | undefined> {
  return db.selectFrom('jwt_templates').selectAll().where('instance_id', '=', instanceId).where('name', '=', name).executeTakeFirst();
}

/** Newest first. */
export function list(db: Db, instanceId: string, page: { limit: number; offset: number }): Promise<JwtTemplateRow[]> {
  return db
    .selectFrom('jwt_templates')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string): Promise<number> {
  const { total } = await db
    .selectFrom('jwt_templates')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('instance_id', '=', instanceId)
    .executeTakeFirstOrThrow();
  return total;
}

/** @throws a unique violation when the name is taken */
export function update(db: Db, instanceId: string, id: string, changes: Updateable<JwtTemplatesTable>): Promise<JwtTemplateRow | undefined> {
  return db.updateTable('jwt_templates').set(changes).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('jwt_templates').where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}
