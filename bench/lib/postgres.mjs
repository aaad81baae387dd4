import { importSource } from '../../scripts/lib/import-source.mjs';

/** As PostgreSQL comes, durability included; `listen_addresses=` keeps it on a socket of its own. */
const SETTINGS = ['listen_addresses=', 'timezone=UTC'];

const source = () => importSource('apps/server/src/testing/postgres-server.ts');

/** Folder of the machine's newest PostgreSQL programs, or null. */
export async function findPostgres() {
  return (await source()).findPostgres();
}

/**
 * Runs work with an empty PostgreSQL of its own.
 * @template T
 * @param {string} binaries
 * @param {(url: string) => Promise<T>} work
 */
export async function withPostgres(binaries, work) {
  const server = await (await source()).startPostgres(binaries, SETTINGS);
  try {
    return await work(server.url);
  } finally {
    await server.stop();
  }
}
