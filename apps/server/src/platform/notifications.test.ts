import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import type { Database } from './database/open.ts';
import { Notifications } from './notifications.ts';

const log = { info() {}, warn() {}, error() {} };
let database: Database;
let node: Notifications;
let heard: (string | null)[];

beforeEach(async () => {
  database = await testDatabase();
  heard = [];
  node = new Notifications(database, log);
  node.listen('news', (payload) => heard.push(payload));
  await node.start();
});

afterEach(() => node.stop());

it('are heard by every node when the transaction commits', async () => {
  const other = new Notifications(database, log);
  const heardByOther: (string | null)[] = [];
  other.listen('news', (payload) => heardByOther.push(payload));
  await other.start();

  await database.db.transaction().execute(async (transaction) => {
    await node.notify(transaction, 'news', 'with spaces in it');
    await node.notify(transaction, 'other-news', 'nobody listens');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual([]);
  });
  await expect.poll(() => [heard, heardByOther]).toEqual([['with spaces in it'], ['with spaces in it']]);
  await other.stop();
});

it('are not heard when it is rolled back', async () => {
  const rolledBack = database.db.transaction().execute(async (transaction) => {
    await node.notify(transaction, 'news', 'never mind');
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await node.notify(database.db, 'news', 'after all');
  await expect.poll(() => heard).toEqual(['after all']);
});

it('are heard again after a broken connection, with a word that some may be missing', async ({ skip }) => {
  skip(database.kind === 'pglite', 'the embedded database has no connection that could break');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen foyer' and datname = current_database()`.execute(database.db);
  await expect.poll(() => heard, { timeout: 5_000 }).toEqual([null]);
  await node.notify(database.db, 'news', 'back again');
  await expect.poll(() => heard).toEqual([null, 'back again']);
});
