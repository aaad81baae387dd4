/** Why the database cannot be used at all. The program stops at start with the error's message. */
export type DatabaseProblem =
  /** No server answered, or it turned us away. */
  | 'unreachable'
  /** Another process has the data folder open. */
  | 'locked'
  /** The data folder cannot be read, written or understood. */
  | 'unreadable'
  /** The server is older than the oldest PostgreSQL we support. */
  | 'too_old'
  /** It is a standby, or set to be read-only. */
  | 'read_only'
  /** It lacks something that only its administrator can add. */
  | 'unprepared';

/** The database cannot be opened; `message` is one paragraph that says what to do about it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}

/** The SQLSTATE of an error from PostgreSQL, or the `code` of one from the operating system. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Whether a statement failed because a row like it exists already.
 * @param constraint name of the one constraint or unique index meant; any, when left out
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (errorCode(error) !== UNIQUE_VIOLATION) return false;
  return constraint === undefined || (error as { constraint?: unknown }).constraint === constraint;
}
