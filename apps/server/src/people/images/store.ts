import type { Db } from '../../platform/database/tables.ts';
import type { ImageRow, NewImageRow } from './tables.ts';

export function find(db: Db, instanceId: string, id: string): Promise<ImageRow | undefined> {
  return db.selectFrom('images').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export async function insert(db: Db, row: NewImageRow): Promise<void> {
  await db.insertInto('images').values(row).execute();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('images').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}
