import { Pool } from 'pg';
import { columnTypes } from '../values.ts';
import type { DatabaseThread } from './thread.ts';

/**
 * Waiting this long for the one connection is no queue but a mistake: somebody holds it, in a
 * transaction, and asks for a second. Better an error with a stack than a program that hangs.
 */
const WAIT_MS = 15_000;

/** The driver's pool over the database's thread: one connection, because the database has only one. */
export function embeddedPool(thread: DatabaseThread): Pool {
  return new Pool({
    stream: () => thread.connect(),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: WAIT_MS,
    types: columnTypes,
  });
}
