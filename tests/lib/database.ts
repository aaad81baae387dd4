import pg from 'pg';
import { findPostgres, startPostgres } from '../../apps/server/src/testing/postgres-server.ts';

/**
 * A PostgreSQL of our own where the machine has one, else none: Foyer then uses its embedded database.
 * `FOYER_TEST_DATABASE=pglite` does without in any case.
 */
export async function startDatabase(): Promise<{ url: string | undefined; stop(): Promise<void> }> {
  const binaries = process.env.FOYER_TEST_DATABASE === 'pglite' ? null : findPostgres();
  if (binaries) return startPostgres(binaries);
  return { url: undefined, stop: async () => {} };
}

/** Lets three hours pass for somebody's sessions, in the database: nobody wants to wait for them. */
export async function letHoursPass(databaseUrl: string | undefined, userId: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("update sessions set first_factor_verified_at = first_factor_verified_at - interval '3 hours' where user_id = $1", [userId]);
  await client.end();
}
