import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { Pool } from 'pg';
import { openEmbedded } from './embedded/open.ts';
import { openPostgres } from './postgres.ts';
import { preparingPool } from './preparing-pool.ts';
import type { Tables } from './tables.ts';

/** What the database needs of a logger; pino's fits. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface OpenOptions {
  /** Connection string of a PostgreSQL server. Without it the embedded database is used. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database; made when missing. */
  dataDir: string;
  /** Where a prepared empty database is kept, so that a new data folder takes under a second. */
  cacheDir?: string | undefined;
  /** Connections to PostgreSQL, at most. The embedded database always has one. */
  poolSize?: number | undefined;
  /** Whether statements that are sent often are prepared on each connection to PostgreSQL; they are unless told otherwise. */
  preparedStatements?: boolean | undefined;
  log?: DatabaseLog | undefined;
}

export interface Database {
  db: Kysely<Tables>;
  /** The connections behind `db`, for what is not a query: jobs, listening. */
  pool: Pool;
  kind: 'postgres' | 'pglite';
  /** Waits for running statements, then lets go of everything. */
  close(): Promise<void>;
}

const silent: DatabaseLog = { info() {}, warn() {}, error() {} };

/**
 * Opens PostgreSQL by its URL, or else the embedded database in the data folder.
 * @throws {DatabaseError} when it cannot be used; its message says what to do
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const log = options.log ?? silent;
  if (options.databaseUrl) {
    const pool = await openPostgres({ url: options.databaseUrl, poolSize: options.poolSize ?? 10, log });
    return databaseOver(pool, 'postgres', options.preparedStatements === false ? pool : preparingPool(pool));
  }
  const embedded = await openEmbedded({ dataDir: options.dataDir, cacheDir: options.cacheDir, log });
  return databaseOver(embedded.pool, 'pglite', embedded.pool, () => embedded.close());
}

/**
 * The query builder over a pool of connections.
 *
 * @param builderPool what the builder itself takes its connections from: the pool, or a layer over it
 * @param afterClose runs once the pool has ended
 */
export function databaseOver(pool: Pool, kind: Database['kind'], builderPool: PostgresPool = pool, afterClose?: () => Promise<void>): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: builderPool }) });
  async function close() {
    await db.destroy();
    // A query builder that was never asked anything does not know its pool.
    if (!pool.ending) await pool.end();
    await afterClose?.();
  }
  let closing: Promise<void> | undefined;
  return { db, pool, kind, close: () => (closing ??= close()) };
}
