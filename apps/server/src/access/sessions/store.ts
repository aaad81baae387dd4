import type { SessionStatus } from '@foyer/protocol/statuses';
import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, type Updateable } from 'kysely';
import { MINUTE } from '../../platform/clock.ts';
import { insertRow } from '../../platform/database/insert-row.ts';
import type { Db, Tables } from '../../platform/database/tables.ts';
import type { SessionRules } from './status.ts';
import type { SessionRow, SessionsTable } from './tables.ts';

export type SessionColumns = Omit<Updateable<SessionsTable>, 'instance_id' | 'id'>;

/** The columns by which sessions stop, each by another hand. */
export type StopColumn = 'ended_at' | 'removed_at' | 'revoked_at' | 'replaced_at';

export function find(db: Db, instanceId: string, id: string): Promise<SessionRow | undefined> {
  return db.selectFrom('sessions').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export function findForUpdate(db: Db, instanceId: string, id: string): Promise<SessionRow | undefined> {
  return db.selectFrom('sessions').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Sessions that their clients still show: neither removed nor replaced, oldest first. */
export function listOfClients(db: Db, instanceId: string, clientIds: readonly string[]): Promise<SessionRow[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('client_id', 'in', clientIds)
    .where('removed_at', 'is', null)
    .where('replaced_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Sessions of a user that are in one of these states, newest first. */
export function listOfUser(
  db: Db,
  instanceId: string,
  userId: string,
  wanted: { statuses: readonly SessionStatus[]; now: Date; rules: SessionRules; limit: number },
): Promise<SessionRow[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('instance_id', '=', instanceId)
    .where('user_id', '=', userId)
    .where((eb) => eb.or(wanted.statuses.map((status) => hasStatus(eb, status, wanted.now, wanted.rules))))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.limit)
    .execute();
}

/** Whether a user's own session is or was on a client; one that was revoked there speaks against it, not for it. */
export async function existsOn(db: Db, instanceId: string, { clientId, userId, except }: { clientId: string; userId: string; except: string | null }): Promise<boolean> {
  let query = ownSessions(db, instanceId, userId).where('client_id', '=', clientId).where('revoked_at', 'is', null);
  if (except !== null) query = query.where('id', '<>', except);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Whether a user's own session is or was on any other client, as a part of another statement. */
export function existsElsewhere(instanceId: string, { clientId, userId }: { clientId: string; userId: string }): RawBuilder<boolean> {
  return sql<boolean>`exists (select from sessions where instance_id = ${instanceId} and user_id = ${userId} and client_id <> ${clientId} and actor is null)`;
}

/** Without those in which somebody acted as the user. */
function ownSessions(db: Db, instanceId: string, userId: string) {
  return db.selectFrom('sessions').select('id').where('instance_id', '=', instanceId).where('user_id', '=', userId).where('actor', 'is', null).limit(1);
}

export interface SessionFilter {
  clientId?: string | undefined;
  userId?: string | undefined;
  status?: SessionStatus | undefined;
  now: Date;
  rules: SessionRules;
}

/** One page of sessions, newest first. */
export function list(db: Db, instanceId: string, filter: SessionFilter, page: { limit: number; offset: number }): Promise<SessionRow[]> {
  return filtered(db, instanceId, filter)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function count(db: Db, instanceId: string, filter: SessionFilter): Promise<number> {
  const { total } = await filtered(db, instanceId, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function filtered(db: Db, instanceId: string, { clientId, userId, status, now, rules }: SessionFilter) {
  let query = db.selectFrom('sessions').where('instance_id', '=', instanceId);
  if (clientId !== undefined) query = query.where('client_id', '=', clientId);
  if (userId !== undefined) query = query.where('user_id', '=', userId);
  if (status !== undefined) query = query.where((eb) => hasStatus(eb, status, now, rules));
  return query;
}

/** The rule of `sessionStatus`, in SQL. */
function hasStatus(eb: ExpressionBuilder<Tables, 'sessions'>, status: SessionStatus, now: Date, rules: SessionRules): Expression<SqlBool> {
  const untouched = eb.and([
    eb('removed_at', 'is', null),
    eb('revoked_at', 'is', null),
    eb('ended_at', 'is', null),
    eb('replaced_at', 'is', null),
  ]);
  const inactivity = rules.inactivity_timeout_in_minutes * MINUTE;
  const expired = inactivity === 0 ? eb('expire_at', '<=', now) : eb.or([eb('expire_at', '<=', now), eb('last_active_at', '<=', new Date(now.getTime() - inactivity))]);
  switch (status) {
    case 'removed':
      return eb('removed_at', 'is not', null);
    case 'revoked':
      return eb.and([eb('revoked_at', 'is not', null), eb('removed_at', 'is', null)]);
    case 'ended':
      return eb.and([eb('ended_at', 'is not', null), eb('revoked_at', 'is', null), eb('removed_at', 'is', null)]);
    case 'replaced':
      return eb.and([eb('replaced_at', 'is not', null), eb('ended_at', 'is', null), eb('revoked_at', 'is', null), eb('removed_at', 'is', null)]);
    case 'abandoned':
      return eb.and([untouched, eb('abandon_at', '<=', now)]);
    case 'expired':
      return eb.and([untouched, eb('abandon_at', '>', now), expired]);
    case 'active':
      return eb.and([untouched, eb('abandon_at', '>', now), eb.not(expired), sql<SqlBool>`cardinality(tasks) = 0`]);
    case 'pending':
      return eb.and([untouched, eb('abandon_at', '>', now), eb.not(expired), sql<SqlBool>`cardinality(tasks) > 0`]);
  }
}

export function insert(db: Db, row: SessionRow): Promise<void> {
  return insertRow(db, 'sessions', row);
}

export function update(db: Db, instanceId: string, id: string, columns: SessionColumns): Promise<SessionRow | undefined> {
  return db.updateTable('sessions').set(columns).where('instance_id', '=', instanceId).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Stops sessions that nobody has stopped yet in this way, and says which they were. */
export function stop(db: Db, instanceId: string, ids: readonly string[], column: StopColumn, at: Date): Promise<SessionRow[]> {
  return db
    .updateTable('sessions')
    .set({ [column]: at, updated_at: at, refresh_token_hash: null })
    .where('instance_id', '=', instanceId)
    .where('id', 'in', ids)
    .where(column, 'is', null)
    .returningAll()
    .execute();
}

/**
 * Writes down activity, unless another request did so after `unlessSince`.
 *
 * @returns the session as it is now, when this was the request that wrote
 */
export function recordActivity(db: Db, instanceId: string, id: string, columns: SessionColumns, unlessSince: Date): Promise<SessionRow | undefined> {
  return db
    .updateTable('sessions')
    .set(columns)
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('last_active_at', '<=', unlessSince)
    .returningAll()
    .executeTakeFirst();
}

/** Takes a task that a user has done off their sessions. */
export async function finishTask(db: Db, instanceId: string, userId: string, task: string, at: Date): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ tasks: sql<string[]>`array_remove(tasks, ${task})`, updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('user_id', '=', userId)
    .where(sql<boolean>`${task} = any(tasks)`)
    .execute();
}

/** Makes an organization, or none, the active one of a session, and takes the task off it that asked for that. */
export function enterOrganization(
  db: Db,
  instanceId: string,
  id: string,
  { organizationId, task, at }: { organizationId: string | null; task: string; at: Date },
): Promise<SessionRow | undefined> {
  return db
    .updateTable('sessions')
    .set({ last_active_organization_id: organizationId, tasks: sql<string[]>`array_remove(tasks, ${task})`, updated_at: at })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** Takes sessions of a user, or of everyone, out of an organization. Where they must be in one they get a task; those in which somebody acts as the user do not. */
export async function leaveOrganization(
  db: Db,
  instanceId: string,
  { organizationId, userId, task, at }: { organizationId: string; userId?: string | undefined; task: string | null; at: Date },
): Promise<void> {
  let sessions = db.updateTable('sessions').where('instance_id', '=', instanceId).where('last_active_organization_id', '=', organizationId);
  if (userId !== undefined) sessions = sessions.where('user_id', '=', userId);
  const waiting = sql<string[]>`case when actor is null then array_append(array_remove(tasks, ${task}), ${task}) else tasks end`;
  await sessions.set({ last_active_organization_id: null, updated_at: at, ...(task === null ? {} : { tasks: waiting }) }).execute();
}
