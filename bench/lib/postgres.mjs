import { importSource } from '../../scripts/lib/import-source.mjs';

const source = () => importSource('apps/server/src/testing/postgres-server.ts');

/** Folder of the machine's PostgreSQL programs, or null. */
export async function findPostgres() {
  return (await source()).findPostgres();
}
