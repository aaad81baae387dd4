import { sql } from 'kysely';
import type { Database, DatabaseLog } from '../database/open.ts';

const EVERY_MS = 5 * 60_000;
const WRITE_AHEAD_LIMIT_BYTES = 32 * 1024 * 1024;
/** PostgreSQL's own rule for a table that is due: 50 dead rows and a fifth of the living. */
const DUE = sql<{ name: string }>`
  select format('%I.%I', schemaname, relname) as name
  from pg_stat_user_tables where n_dead_tup > 50 + 0.2 * n_live_tup`;

/**
 * Does for the embedded database what a PostgreSQL server does in the background: clears away dead
 * rows, and writes the log of changes into the tables before it grows without end.
 */
export async function maintainEmbedded({ db }: Pick<Database, 'db'>): Promise<void> {
  const due = await DUE.execute(db);
  for (const { name } of due.rows) await sql`vacuum (analyze) ${sql.raw(name)}`.execute(db);
  const log = await sql<{ bytes: string }>`select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()`.execute(db);
  if (Number(log.rows[0]?.bytes) > WRITE_AHEAD_LIMIT_BYTES) await sql`checkpoint`.execute(db);
}

/** Keeps the embedded database in shape until told to stop; nothing to do on a server. */
export function startMaintenance(database: Pick<Database, 'db' | 'kind'>, log: DatabaseLog): () => void {
  if (database.kind !== 'pglite') return () => {};
  const timer = setInterval(() => {
    maintainEmbedded(database).catch((error: unknown) => log.error({ err: error }, 'maintaining the embedded database failed'));
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
