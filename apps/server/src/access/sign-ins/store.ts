import type { Updateable } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { NewSignInRow, SignInRow, SignInsTable } from './tables.ts';

export type SignInColumns = Omit<Updateable<SignInsTable>, 'instance_id' | 'id' | 'client_id'>;

export function insert(db: Db, row: NewSignInRow): Promise<SignInRow> {
  return db.insertInto('sign_ins').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<SignInRow | undefined> {
  return db.selectFrom('sign_ins').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

/** Reads a sign-in and keeps other steps of it waiting until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<SignInRow | undefined> {
  return db.selectFrom('sign_ins').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function update(db: Db, instanceId: string, id: string, columns: SignInColumns): Promise<SignInRow> {
  return db.updateTable('sign_ins').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}
