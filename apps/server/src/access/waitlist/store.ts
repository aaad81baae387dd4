import type { WaitlistEntryStatus } from '@foyer/protocol/statuses';
import type { Expression, ExpressionBuilder, SqlBool, Updateable } from 'kysely';
import type { Db, Tables } from '../../platform/database/tables.ts';
import type { NewWaitlistEntryRow, WaitlistEntriesTable, WaitlistEntryRow } from './tables.ts';

export type WaitlistEntryColumns = Omit<Updateable<WaitlistEntriesTable>, 'instance_id' | 'id'>;

export interface WaitlistFilter {
  status?: WaitlistEntryStatus | undefined;
  /** Part of the email address, or the id. */
  query?: string | undefined;
}

export interface WaitlistPage {
  orderBy: 'created_at' | 'email_address' | 'invited_at';
  descending: boolean;
  limit: number;
  offset: number;
}

/** @returns `undefined` when the address is on the list already */
export function insert(db: Db, row: NewWaitlistEntryRow): Promise<WaitlistEntryRow | undefined> {
  return db
    .insertInto('waitlist_entries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['instance_id', 'email_address']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function findByEmailAddress(db: Db, instanceId: string, emailAddress: string): Promise<WaitlistEntryRow | undefined> {
  return db.selectFrom('waitlist_entries').selectAll().where('instance_id', '=', instanceId).where('email_address', '=', emailAddress).executeTakeFirst();
}

/** Reads an entry and keeps others from deciding about it until the transaction ends. */
export function findForUpdate(db: Db, instanceId: string, id: string): Promise<WaitlistEntryRow | undefined> {
  return db.selectFrom('waitlist_entries').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function list(db: Db, instanceId: string, filter: WaitlistFilter, page: WaitlistPage): Promise<WaitlistEntryRow[]> {
  const direction = page.descending ? 'desc' : 'asc';
  return filtered(db, instanceId, filter)
    .selectAll()
    .orderBy(page.orderBy, direction)
    .orderBy('id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string, filter: WaitlistFilter): Promise<number> {
  const { total } = await filtered(db, instanceId, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

export function update(db: Db, instanceId: string, id: string, columns: WaitlistEntryColumns): Promise<WaitlistEntryRow> {
  return db.updateTable('waitlist_entries').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

/** Completes the entries with the addresses that a user owns. */
export async function completeForUser(db: Db, instanceId: string, userId: string, now: Date): Promise<void> {
  await db
    .updateTable('waitlist_entries')
    .set({ completed_at: now, updated_at: now })
    .where('instance_id', '=', instanceId)
    .where('completed_at', 'is', null)
    .where('email_address', 'in', (eb) =>
      eb
        .selectFrom('email_addresses')
        .select('email_addresses.email_address')
        .where('email_addresses.instance_id', '=', instanceId)
        .where('email_addresses.user_id', '=', userId)
        .where((eb) => eb.or([eb('verified_at', 'is not', null), eb('reserved', '=', true)])),
    )
    .execute();
}

export async function remove(db: Db, instanceId: string, id: string): Promise<void> {
  await db.deleteFrom('waitlist_entries').where('instance_id', '=', instanceId).where('id', '=', id).execute();
}

function filtered(db: Db, instanceId: string, { status, query }: WaitlistFilter) {
  let rows = db.selectFrom('waitlist_entries').where('instance_id', '=', instanceId);
  if (status) rows = rows.where((eb) => hasStatus(eb, status));
  if (query) rows = rows.where((eb) => eb.or([eb('id', '=', query), eb(eb.fn<number>('strpos', ['email_address', eb.val(query.toLowerCase())]), '>', 0)]));
  return rows;
}

/** The rule of `waitlistEntryStatus`, in SQL. */
function hasStatus(eb: ExpressionBuilder<Tables, 'waitlist_entries'>, status: WaitlistEntryStatus): Expression<SqlBool> {
  if (status === 'completed') return eb('completed_at', 'is not', null);
  const waiting = eb('completed_at', 'is', null);
  if (status === 'rejected') return eb.and([waiting, eb('rejected_at', 'is not', null)]);
  return eb.and([waiting, eb('rejected_at', 'is', null), eb('invited_at', status === 'invited' ? 'is not' : 'is', null)]);
}
