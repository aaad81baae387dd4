import type { Updateable } from 'kysely';
import { insertRow } from '../../platform/database/insert-row.ts';
import type { Db } from '../../platform/database/tables.ts';
import type { SignInRow, SignInsTable } from './tables.ts';

export type SignInColumns = Omit<Updateable<SignInsTable>, 'instance_id' | 'id' | 'client_id'>;

export function insert(db: Db, row: SignInRow): Promise<void> {
  return insertRow(db, 'sign_ins', row);
}

export function find(db: Db, instanceId: string, id: string): Promise<SignInRow | undefined> {
  return db.selectFrom('sign_ins').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads a sign-in and keeps other steps of it waiting until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<SignInRow | undefined> {
  return db.selectFrom('sign_ins').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function update(db: Db, instanceId: string, id: string, columns: SignInColumns): Promise<void> {
  await db.updateTable('sign_ins').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).execute();
}
