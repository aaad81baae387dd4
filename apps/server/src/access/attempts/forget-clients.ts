import { sql, type RawBuilder } from 'kysely';
import { after, DAY, HOUR, SECOND } from '../../platform/clock.ts';
import type { Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/database/tables.ts';

/** Sessions that are over, clients that nobody is signed in on and used tickets can be looked into for this long. */
const KEPT_FOR = 90 * DAY;
/** Rows deleted by one statement: it must not hold locks for long. */
const BATCH = 500;

type Condition = RawBuilder<unknown>;

/** Deletes, every few hours, what visitors left behind: it would grow for as long as there are visitors. */
export function forgetOldClients({ jobs, clock, db }: Platform): void {
  jobs.every('forget-old-clients', (6 * HOUR) / SECOND, () => deleteLeftBehind(db, after(clock.now(), -KEPT_FOR)));
}

/**
 * Deletes, in all instances, sessions that were over before `before`, then clients without sessions and
 * attempts that nobody has used since, development browsers without a client, and tickets that expired before.
 * The newest session of each person stays: it tells that a device is not their first.
 *
 * @param batch rows deleted by one statement
 */
export async function deleteLeftBehind(db: Db, before: Date, batch = BATCH): Promise<void> {
  await deleteAll(db, 'sessions', overSince(before), batch);
  await deleteAll(db, 'clients', unusedSince(before), batch);
  await deleteAll(db, 'dev_browsers', emptySince(before), batch);
  await deleteAll(db, 'sign_in_tokens', sql`expires_at < ${before}`, batch);
}

const overSince = (before: Date): Condition => sql`
  created_at < ${before}
  and least(abandon_at, ended_at, removed_at, revoked_at, replaced_at) < ${before}
  and exists (
    select from sessions newer
    where newer.instance_id = old.instance_id and newer.user_id = old.user_id and (newer.created_at, newer.id) > (old.created_at, old.id)
  )`;

const unusedSince = (before: Date): Condition => sql`
  updated_at < ${before}
  and not exists (select from sessions where sessions.instance_id = old.instance_id and sessions.client_id = old.id)
  and not exists (select from sign_ins where sign_ins.instance_id = old.instance_id and sign_ins.client_id = old.id)
  and not exists (select from sign_ups where sign_ups.instance_id = old.instance_id and sign_ups.client_id = old.id)`;

/** A browser that comes back without one is given another. */
const emptySince = (before: Date): Condition => sql`
  created_at < ${before}
  and not exists (select from clients where clients.instance_id = old.instance_id and clients.id = old.client_id)`;

/** Deletes the rows `old` of a table that meet a condition, some at a time. What somebody is using at this moment is locked, and left for the next time. */
async function deleteAll(db: Db, table: string, condition: Condition, batch: number): Promise<void> {
  for (let deleted = batch; deleted >= batch; ) {
    const { numAffectedRows } = await sql`
      delete from ${sql.table(table)} where (instance_id, id) in (
        select instance_id, id from ${sql.table(table)} old where ${condition} limit ${batch} for update skip locked
      )`.execute(db);
    deleted = Number(numAffectedRows ?? 0);
  }
}
