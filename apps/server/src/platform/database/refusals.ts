import { DatabaseError, errorCode } from './errors.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
const READ_ONLY_TRANSACTION = '25006';

/**
 * What to do about a statement that the database has refused because of who asks or what it is;
 * null when it failed for another reason.
 */
export function refusalOf(error: unknown): DatabaseError | null {
  const said = error instanceof Error ? error.message : String(error);
  if (errorCode(error) === READ_ONLY_TRANSACTION) return readOnly(said, error);
  if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) return null;
  return new DatabaseError(
    'unprepared',
    `The user of DATABASE_URL may not do what Foyer needs (${said}). Let that user own the database and what is in it: as the database's administrator, run ALTER DATABASE … OWNER TO …; and, when another user made the tables, REASSIGN OWNED BY … TO …; then start again.`,
    error,
  );
}

/** Nobody can write, now or for good. */
export function readOnly(said: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'read_only',
    `The database of DATABASE_URL takes no writes (${said}). It is a standby, or set to be read-only. Name the server that takes writes, and start again.`,
    cause,
  );
}
