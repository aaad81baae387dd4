import type { Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { ExternalAccountRow, ExternalAccountsTable, NewExternalAccountRow } from './tables.ts';

/** @throws a unique violation of `external_accounts_owned` when it is somebody's already */
export function insert(db: Db, row: NewExternalAccountRow): Promise<ExternalAccountRow> {
  return db.insertInto('external_accounts').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<ExternalAccountRow | undefined> {
  return db.selectFrom('external_accounts').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export function findByProvider(db: Db, instanceId: string, provider: string, providerUserId: string): Promise<ExternalAccountRow | undefined> {
  return db
    .selectFrom('external_accounts')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('provider', '=', provider)
    .where('provider_user_id', '=', providerUserId)
    .executeTakeFirst();
}

/** Everything that these users have connected, oldest first. */
export function listOf(db: Db, instanceId: string, userIds: readonly string[]): Promise<ExternalAccountRow[]> {
  return db
    .selectFrom('external_accounts')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('user_id', 'in', userIds)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export function update(db: Db, instanceId: string, id: string, columns: Omit<Updateable<ExternalAccountsTable>, 'instance_id' | 'id' | 'user_id'>): Promise<ExternalAccountRow | undefined> {
  return db.updateTable('external_accounts').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('external_accounts').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}
