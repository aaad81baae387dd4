import type { Db } from '../../platform/database/tables.ts';
import type { InstanceSecretRow } from './tables.ts';

export function find(db: Db, instanceId: string, name: string): Promise<InstanceSecretRow | undefined> {
  return db.selectFrom('instance_secrets').selectAll().where('instance_id', '=', instanceId).where('name', '=', name).executeTakeFirst();
}

export async function put(db: Db, row: InstanceSecretRow): Promise<void> {
  await db
    .insertInto('instance_secrets')
    .values(row)
    .onConflict((conflict) => conflict.columns(['instance_id', 'name']).doUpdateSet({ value_encrypted: row.value_encrypted, updated_at: row.updated_at }))
    .execute();
}

/** Whether there was one. */
export async function remove(db: Db, instanceId: string, name: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('instance_secrets').where('instance_id', '=', instanceId).where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}
