import type { Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { NewSignUpRow, SignUpRow, SignUpsTable } from './tables.ts';

export type SignUpColumns = Omit<Updateable<SignUpsTable>, 'instance_id' | 'id' | 'client_id'>;

export function insert(db: Db, row: NewSignUpRow): Promise<SignUpRow> {
  return db.insertInto('sign_ups').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<SignUpRow | undefined> {
  return db.selectFrom('sign_ups').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads a sign-up and keeps other steps of it waiting until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<SignUpRow | undefined> {
  return db.selectFrom('sign_ups').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function update(db: Db, instanceId: string, id: string, columns: SignUpColumns): Promise<SignUpRow> {
  return db.updateTable('sign_ups').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
