import { Pool } from 'pg';
import { columnTypes } from '../values.ts';
import type { DatabaseThread } from './thread.ts';

/** The driver's pool over the database's thread: one connection, because the database has only one. */
export function embeddedPool(thread: DatabaseThread): Pool {
  return new Pool({
    stream: () => thread.connect(),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes,
  });
}
