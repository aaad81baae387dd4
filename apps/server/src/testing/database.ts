import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import { Client } from 'pg';
import { inject } from 'vitest';
import { embeddedPool } from '../platform/database/embedded/pool.ts';
import { startThread } from '../platform/database/embedded/thread.ts';
import { type Database, databaseOver, openDatabase } from '../platform/database/open.ts';

let opened: Promise<Database> | undefined;

/**
 * The migrated database that all test files of this worker share: each makes its own instance in it.
 * Opened once, and left open for the next file.
 */
export function testDatabase(): Promise<Database> {
  opened ??= freshDatabase();
  return opened;
}

/** A migrated database of one's own, to be closed by the test. */
export async function freshDatabase(): Promise<Database> {
  const place = inject('testDatabase');
  // A copy for each worker: no other worker's jobs and no other worker's clock.
  const suffix = randomBytes(4).toString('hex');
  if (place.kind === 'postgres') {
    return openDatabase({ databaseUrl: await copyDatabase(place.url, suffix), dataDir: '', poolSize: 5 });
  }
  const folder = `${place.folder}-${suffix}`;
  cpSync(place.folder, folder, { recursive: true });
  const thread = await startThread({ dataDir: folder, durable: false });
  const pool = embeddedPool(thread);
  return databaseOver(pool, 'pglite', pool, () => thread.close());
}

async function copyDatabase(templateUrl: string, suffix: string): Promise<string> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  const server = new URL(templateUrl);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(`create database ${template}_${suffix} template ${template}`).finally(() => client.end());
  url.pathname = `/${template}_${suffix}`;
  return url.href;
}
