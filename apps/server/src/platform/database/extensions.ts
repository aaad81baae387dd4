import { sql } from 'kysely';
import { DatabaseError, errorCode, isUniqueViolation } from './errors.ts';
import type { Db } from './tables.ts';

/** Trigrams: an index over every three letters of a text finds parts of names and addresses among millions. */
const EXTENSION = 'pg_trgm';

/** The role may not, the server's files are missing, or the provider has not allowed it. */
const REFUSALS = ['42501', '0A000', '58P01'];

/**
 * Makes sure of the extension that our indexes need. It comes with PostgreSQL (in Debian's and other
 * packages as `postgresql-contrib`), and whoever may create in a database may add it.
 *
 * @throws {DatabaseError} `unprepared` when only the database's administrator can
 */
export async function ensureExtensions(db: Db): Promise<void> {
  const { rows } = await sql`select 1 from pg_extension where extname = ${EXTENSION}`.execute(db);
  if (rows.length > 0) return;
  try {
    await sql`create extension if not exists ${sql.id(EXTENSION)}`.execute(db);
  } catch (error) {
    // Of two programs that start at once, the other was first.
    if (isUniqueViolation(error)) return;
    if (!REFUSALS.includes(errorCode(error) ?? '')) throw error;
    throw new DatabaseError(
      'unprepared',
      `The database lacks the extension ${EXTENSION}, and this user may not add it (${error instanceof Error ? error.message : String(error)}). Ask its administrator to install PostgreSQL's contrib modules and to run in this database: CREATE EXTENSION ${EXTENSION};`,
      error,
    );
  }
}
