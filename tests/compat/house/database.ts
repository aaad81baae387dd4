import { findPostgres, startPostgres } from '../../../apps/server/src/testing/postgres-server.ts';

/**
 * A PostgreSQL of our own where the machine has one, else none: Foyer then uses its embedded database.
 * `FOYER_TEST_DATABASE=pglite` does without in any case.
 */
export async function startDatabase(): Promise<{ url: string | undefined; stop(): Promise<void> }> {
  const binaries = process.env.FOYER_TEST_DATABASE === 'pglite' ? null : findPostgres();
  if (binaries) return startPostgres(binaries);
  return { url: undefined, stop: async () => {} };
}
