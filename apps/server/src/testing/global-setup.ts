import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open.ts';
import { findPostgres, startPostgres } from './postgres-server.ts';

/** Where the tests' database is, as the test files are told. */
export type TestDatabase =
  | { kind: 'postgres'; url: string }
  /** A migrated folder that each worker copies. */
  | { kind: 'pglite'; folder: string };

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: TestDatabase;
  }
}

interface Prepared {
  database: TestDatabase;
  remove(): Promise<void>;
}

/**
 * Gives the test run one migrated database: PostgreSQL by `TEST_DATABASE_URL` or the machine's own
 * programs, else PGlite. `FOYER_TEST_DATABASE` (`postgres` or `pglite`) insists on one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prepared = await prepare(process.env.FOYER_TEST_DATABASE);
  project.provide('testDatabase', prepared.database);
  return () => prepared.remove();
}

async function prepare(wanted: string | undefined): Promise<Prepared> {
  if (wanted === 'pglite') return preparePglite();
  if (wanted !== undefined && wanted !== 'postgres') throw new Error(`FOYER_TEST_DATABASE is "${wanted}"; it may be "postgres" or "pglite".`);
  const url = process.env.TEST_DATABASE_URL;
  if (url) return preparePostgres(url);
  const binaries = findPostgres();
  if (binaries) {
    const server = await startPostgres(binaries);
    try {
      const prepared = await preparePostgres(server.url);
      return { ...prepared, remove: () => server.stop() };
    } catch (error) {
      await server.stop();
      throw error;
    }
  }
  if (wanted === 'postgres') throw new Error('No PostgreSQL found: install one, or set TEST_DATABASE_URL.');
  console.warn('No PostgreSQL on this machine and no TEST_DATABASE_URL: the tests run on PGlite only.');
  return preparePglite();
}

/** A database of our own on the server, so that nothing already there is touched. */
async function preparePostgres(serverUrl: string): Promise<Prepared> {
  const name = `foyer_test_${randomBytes(6).toString('hex')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name}`));
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = await openDatabase({ databaseUrl: url.href, dataDir: '' });
  await migrate(database.db).finally(() => database.close());
  return {
    database: { kind: 'postgres', url: url.href },
    remove: () => onServer(serverUrl, (client) => dropDatabases(client, name)),
  };
}

/** Drops the database and the workers' copies of it, whose names begin with its own. */
async function dropDatabases(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [name]);
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
}

async function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function preparePglite(): Promise<Prepared> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-pglite-'));
  const cacheDir = fileURLToPath(new URL('../../../../.cache', import.meta.url));
  const remove = async () => rmSync(dataDir, { recursive: true });
  try {
    const database = await openDatabase({ dataDir, cacheDir });
    await migrate(database.db).finally(() => database.close());
  } catch (error) {
    await remove();
    throw error;
  }
  return { database: { kind: 'pglite', folder: join(dataDir, 'database') }, remove };
}
