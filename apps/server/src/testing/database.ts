import { cpSync } from 'node:fs';
import { inject } from 'vitest';
import { embeddedPool } from '../platform/database/embedded/pool.ts';
import { startThread } from '../platform/database/embedded/thread.ts';
import { type Database, databaseOver, openDatabase } from '../platform/database/open.ts';

let opened: Promise<Database> | undefined;

/**
 * The migrated database of this test run, shared by all test files: each makes its own instance in
 * it. Opened once a worker, and left open for the next file.
 */
export function testDatabase(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  const place = inject('testDatabase');
  if (place.kind === 'postgres') return openDatabase({ databaseUrl: place.url, dataDir: '', poolSize: 5 });
  const folder = `${place.folder}-${process.pid}`;
  cpSync(place.folder, folder, { recursive: true });
  const thread = await startThread({ dataDir: folder, durable: false });
  return databaseOver(embeddedPool(thread), 'pglite', () => thread.close());
}
