import { errorCode } from './errors.ts';

/** PostgreSQL's words for "not now" (Appendix A of its manual), and the operating system's for a server that is away. */
const CODES = new Set([
  '40001', // serialization_failure: others changed the same rows
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: the statement took longer than it may
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/** What the driver says without a code: nobody gave a connection back in time, or one broke. */
const MESSAGES = /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/;

/** Whether a statement failed because the database is too busy or away: the same request may pass a moment later. */
export function isUnavailable(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return CODES.has(code);
  return error instanceof Error && MESSAGES.test(error.message);
}
