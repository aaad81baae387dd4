import { Pool } from 'pg';
import { DatabaseError, errorCode } from './errors.ts';
import type { DatabaseLog } from './open.ts';
import { readOnly } from './refusals.ts';
import { columnTypes } from './values.ts';

const OLDEST_MAJOR = 15;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const IDLE_TRANSACTION_TIMEOUT_MS = 60_000;

/**
 * Opens a pool of connections to a PostgreSQL server, and makes sure it answers.
 * @throws {DatabaseError} `unreachable` or `too_old`
 */
export async function openPostgres(options: { url: string; poolSize: number; log: DatabaseLog }): Promise<Pool> {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: 'foyer',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    // Statements that can go together need not wait for each other's answers.
    pipeline: true,
    types: columnTypes,
  });
  // A connection may break while nobody uses it; the pool replaces it, and unheard it would end the process.
  pool.on('error', (error) => options.log.warn({ err: error }, 'an idle database connection broke'));

  try {
    const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (!(major >= OLDEST_MAJOR)) {
      throw new DatabaseError(
        'too_old',
        `The database at ${place(options.url)} is PostgreSQL ${major}. Foyer needs PostgreSQL ${OLDEST_MAJOR} or newer: upgrade the server, or point DATABASE_URL at a newer one.`,
      );
    }
    await requireWritable(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error instanceof DatabaseError ? error : unreachable(options.url, error);
  }
}

/** Fails as the first write would: on a standby, and on a server that is set to be read-only. */
async function requireWritable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ readOnly: string }>(`select current_setting('transaction_read_only') as "readOnly"`);
  if (rows[0]?.readOnly === 'on') throw readOnly('transaction_read_only is on');
}

function unreachable(url: string, cause: unknown): DatabaseError {
  const reason = REASONS[errorCode(cause) ?? ''] ?? `it answered: ${messageOf(cause)}`;
  return new DatabaseError(
    'unreachable',
    `Cannot use the database at ${place(url)}: ${reason}. Check DATABASE_URL (postgres://user:password@host:5432/name) and that the server is running.`,
    cause,
  );
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing is listening there',
  ENOENT: 'there is no such socket',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up right now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  '28P01': 'it refuses the user name or password',
  '28000': 'it refuses this user',
  '3D000': 'it has no database of that name',
  '53300': 'it has no connection free',
  '57P03': 'it is still starting up',
};

/** Where a connection string points, without its password. */
function place(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) return 'DATABASE_URL';
  return `${parsed.searchParams.get('host') ?? parsed.host}${parsed.pathname}`;
}

function messageOf(error: unknown): string {
  // Connecting to a name with several addresses fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
