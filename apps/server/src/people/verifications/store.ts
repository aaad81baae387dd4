import { sql } from 'kysely';
import { insertRow } from '../../platform/database/insert-row.ts';
import type { Db } from '../../platform/database/tables.ts';
import type { NewVerificationRow, VerificationRow } from './tables.ts';

export async function insert(db: Db, row: NewVerificationRow): Promise<VerificationRow> {
  return db.insertInto('verifications').values(row).returningAll().executeTakeFirstOrThrow();
}

/** {@link insert} of a row of which nothing is left to the database. */
export function insertWhole(db: Db, row: VerificationRow): Promise<void> {
  return insertRow(db, 'verifications', row);
}

export function find(db: Db, instanceId: string, id: string): Promise<VerificationRow | undefined> {
  return db.selectFrom('verifications').selectAll().where('instance_id', '=', instanceId).where('id', '=', id).executeTakeFirst();
}

export async function findMany(db: Db, instanceId: string, ids: readonly string[]): Promise<VerificationRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('verifications').selectAll().where('instance_id', '=', instanceId).where('id', 'in', ids).execute();
}

/** When the messages to `target` since `since` were sent, newest first. */
export async function sentSince(db: Db, instanceId: string, target: string, since: Date): Promise<Date[]> {
  const rows = await db
    .selectFrom('verifications')
    .select('created_at')
    .where('instance_id', '=', instanceId)
    .where('target', '=', target)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.created_at);
}

/** What one guess at a code is judged by. */
export interface Guess {
  codeHash: Buffer;
  target: string;
  clientId: string | null;
  maxAttempts: number;
  now: Date;
}

/**
 * Counts a guess and judges it in the same statement, so that of any number of parallel guesses
 * each is counted and one at most is accepted. Answers nothing when the verification is not open.
 */
export function guess(db: Db, instanceId: string, id: string, { codeHash, target, clientId, maxAttempts, now }: Guess): Promise<VerificationRow | undefined> {
  const right = sql<boolean>`code_hash = ${codeHash}`;
  return db
    .updateTable('verifications')
    .set({
      attempts: sql`attempts + 1`,
      verified_at: sql`case when ${right} then ${now}::timestamptz end`,
      verified_at_client: sql`case when ${right} then ${clientId}::text end`,
      failed_at: sql`case when not ${right} and attempts + 1 >= ${maxAttempts} then ${now}::timestamptz end`,
    })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('target', '=', target)
    .where('code_hash', 'is not', null)
    .where('verified_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Marks a verification as passed, once; answers nothing when it was already. */
export function markVerified(db: Db, instanceId: string, id: string, now: Date, clientId: string | null): Promise<VerificationRow | undefined> {
  return db
    .updateTable('verifications')
    .set({ verified_at: now, verified_at_client: clientId, transferable: false })
    .where('instance_id', '=', instanceId)
    .where('id', '=', id)
    .where('verified_at', 'is', null)
    .where('failed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}
