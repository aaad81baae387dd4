import type { InvitationStatus } from '@foyer/protocol/statuses';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Db, Tables } from '../../platform/database/tables.ts';
import type { InvitationRow, NewInvitationRow } from './tables.ts';

export interface InvitationFilter {
  /** Without one, all but revoked invitations. */
  status?: InvitationStatus | undefined;
  /** Part of the email address, or the id. */
  query?: string | undefined;
  now: Date;
}

export interface InvitationPage {
  orderBy: 'created_at' | 'email_address' | 'expires_at';
  descending: boolean;
  limit: number;
  offset: number;
}

export function insert(db: Db, row: NewInvitationRow): Promise<InvitationRow> {
  return db.insertInto('invitations').values(row).returningAll().executeTakeFirstOrThrow();
}

export function find(db: Db, instanceId: string, id: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitations').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export function findMany(db: Db, instanceId: string, ids: readonly string[]): Promise<InvitationRow[]> {
  return db.selectFrom('invitations').selectAll().where('instance_id', '=', instanceId).where('id', 'in', ids).execute();
}

export function findByHash(db: Db, instanceId: string, hash: Buffer): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitations').selectAll().where('instance_id', '=', instanceId).where('token_hash', '=', hash).executeTakeFirst();
}

export async function hasPending(db: Db, instanceId: string, emailAddress: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('invitations')
    .select('id')
    .where('instance_id', '=', instanceId)
    .where('email_address', '=', emailAddress)
    .where((eb) => hasStatus(eb, 'pending', now))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export function list(db: Db, instanceId: string, filter: InvitationFilter, page: InvitationPage): Promise<InvitationRow[]> {
  const direction = page.descending ? 'desc' : 'asc';
  return filtered(db, instanceId, filter)
    .selectAll()
    .orderBy(page.orderBy, direction)
    .orderBy('id', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string, filter: InvitationFilter): Promise<number> {
  const { total } = await filtered(db, instanceId, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Marks an invitation as accepted, unless it was accepted or revoked before: of many that try at once, one succeeds. */
export function accept(db: Db, instanceId: string, id: string, now: Date): Promise<InvitationRow | undefined> {
  return change(db, instanceId, id, { accepted_at: now, updated_at: now });
}

/** Revokes an invitation, unless it was accepted or revoked before. */
export function revoke(db: Db, instanceId: string, id: string, now: Date): Promise<InvitationRow | undefined> {
  return change(db, instanceId, id, { revoked_at: now, updated_at: now });
}

function change(db: Db, instanceId: string, id: string, columns: { accepted_at?: Date; revoked_at?: Date; updated_at: Date }): Promise<InvitationRow | undefined> {
  return db
    .updateTable('invitations')
    .set(columns)
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

function filtered(db: Db, instanceId: string, { status, query, now }: InvitationFilter) {
  let rows = db.selectFrom('invitations').where('instance_id', '=', instanceId);
  rows = status ? rows.where((eb) => hasStatus(eb, status, now)) : rows.where((eb) => eb.not(hasStatus(eb, 'revoked', now)));
  if (query) rows = rows.where((eb) => eb.or([eb('id', '=', query), eb(eb.fn<number>('strpos', ['email_address', eb.val(query.toLowerCase())]), '>', 0)]));
  return rows;
}

/** The rule of `invitationStatus`, in SQL. */
function hasStatus(eb: ExpressionBuilder<Tables, 'invitations'>, status: InvitationStatus, now: Date): Expression<SqlBool> {
  const open = eb.and([eb('accepted_at', 'is', null), eb('revoked_at', 'is', null)]);
  switch (status) {
    case 'accepted':
      return eb('accepted_at', 'is not', null);
    case 'revoked':
      return eb.and([eb('revoked_at', 'is not', null), eb('accepted_at', 'is', null)]);
    case 'expired':
      return eb.and([open, eb('expires_at', '<=', now)]);
    case 'pending':
      return eb.and([open, eb('expires_at', '>', now)]);
  }
}
