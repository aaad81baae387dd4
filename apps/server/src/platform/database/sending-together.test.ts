import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { freshDatabase } from '../../testing/database.ts';
import type { Database } from './open.ts';
import { UNAWAITED } from './sending-together.ts';
import type { Db } from './tables.ts';

// The embedded database runs in this process: there it saves nothing.
describe.runIf(inject('testDatabase').kind === 'postgres')('statements of a transaction', () => {
  const name = `together_${randomBytes(4).toString('hex')}`;
  const table = sql.table(name);
  let database: Database;
  const put = (db: Db, id: number) => db.executeQuery(CompiledQuery.raw(`insert into ${name} (id) values ($1) ${UNAWAITED}`, [id]));
  const ids = async (db: Db = database.db) => (await sql<{ id: number }>`select id from ${table} order by id`.execute(db)).rows.map(({ id }) => id);

  beforeAll(async () => {
    database = await freshDatabase();
    await sql`create table ${table} (id int primary key)`.execute(database.db);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await sql`delete from ${table}`.execute(database.db);
  });
  afterAll(() => database.close());

  it('that nobody waits for are there for the next one, and once it has ended', async () => {
    const seen = await database.db.transaction().execute(async (db) => {
      await put(db, 1);
      await put(db, 2);
      const seen = await ids(db);
      await put(db, 3);
      return seen;
    });
    expect(seen).toEqual([1, 2]);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('go to the database in one write', async () => {
    const transaction = (id: number) => database.db.transaction().execute(async (db) => void (await put(db, id)));
    await transaction(1);
    const writes = vi.spyOn(Socket.prototype, '_writev');
    const single = vi.spyOn(Socket.prototype, '_write');
    await transaction(2);
    expect([writes.mock.calls.length, single.mock.calls.length]).toEqual([1, 0]);
    expect(await ids()).toEqual([1, 2]);
  });

  it('fail with the fault of the first that failed, and leave nothing behind', async () => {
    const inTheMiddle = database.db.transaction().execute(async (db) => {
      await put(db, 1);
      await put(db, 1);
      await put(db, 2);
      return ids(db);
    });
    await expect(inTheMiddle).rejects.toMatchObject({ code: '23505' });
    const atTheEnd = database.db.transaction().execute(async (db) => {
      await put(db, 1);
      await ids(db);
      await put(db, 1);
    });
    await expect(atTheEnd).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([]);
  });

  it('fail so each time that they are prepared by name, too', async () => {
    for (let n = 0; n < 10; n++) {
      const twice = database.db.transaction().execute(async (db) => {
        await put(db, 1);
        await put(db, 1);
      });
      await expect(twice).rejects.toMatchObject({ code: '23505' });
    }
    await database.db.transaction().execute((db) => put(db, 1));
    expect(await ids()).toEqual([1]);
  });

  it('are not sent at all when the work fails before', async () => {
    const failing = database.db.transaction().execute(async (db) => {
      await put(db, 1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const later = database.db.transaction().execute(async (db) => {
      await ids(db);
      await put(db, 1);
      throw new Error('not now');
    });
    await expect(later).rejects.toThrow('not now');
    expect(await ids()).toEqual([]);
  });

  it('of several at once stay apart', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        database.db.transaction().execute(async (db) => {
          await put(db, n);
          if (n % 4 === 0) await put(db, n);
          if (n % 4 === 1) throw new Error('no');
        }),
      ),
    );
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(outcomes.map((_, n) => n % 4 > 1));
    expect(await ids()).toEqual(outcomes.flatMap((_, n) => (n % 4 > 1 ? [n] : [])));
  });
});
