import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { takeLock } from './lock.ts';
import { currentProcess } from './process-identity.ts';

const cacheDir = fileURLToPath(new URL('../../../../../../.cache', import.meta.url));
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'foyer-embedded-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('keeps what was written, lets nobody else in, and opens again', async () => {
    const first = await openDatabase({ dataDir, cacheDir });
    await sql`create table kept as select 'yes' as answer`.execute(first.db);
    await expect(openDatabase({ dataDir, cacheDir })).rejects.toMatchObject({
      problem: 'locked',
      message: expect.stringContaining(`(process ${process.pid})`),
    });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    await first.close();

    const second = await openDatabase({ dataDir, cacheDir });
    expect((await sql`select answer from kept`.execute(second.db)).rows).toEqual([{ answer: 'yes' }]);
    await second.close();
  });

  it('is migrated once when asked several times at once, and never backwards', async () => {
    const database = await openDatabase({ dataDir, cacheDir });
    await Promise.all([migrate(database.db), migrate(database.db), migrate(database.db)]);
    const { rows } = await sql<{ name: string }>`select name from schema_migrations order by name`.execute(database.db);
    expect(rows[0]).toEqual({ name: '0001-instances' });

    await sql`insert into schema_migrations values ('9999-from-the-future', 'now')`.execute(database.db);
    await expect(migrate(database.db)).rejects.toMatchObject({ problem: 'unreadable' });
    await database.close();
  });

  it('clears away what a first start left behind that was cut off', async () => {
    mkdirSync(join(dataDir, 'database.new-1/base'), { recursive: true });
    await (await openDatabase({ dataDir, cacheDir })).close();
    expect(readdirSync(dataDir)).toEqual(['database']);
  });

  it('undoes what a connection leaves unfinished', async () => {
    const database = await openDatabase({ dataDir, cacheDir });
    const client = await database.pool.connect();
    await client.query('create table kept (n int)');
    await client.query('begin');
    await client.query('insert into kept values (1)');
    client.release(new Error('the caller gave up'));
    expect((await database.pool.query('select n from kept')).rows).toEqual([]);
    await database.close();
  });

  it('leaves the event loop free during a long query', async () => {
    const database = await openDatabase({ dataDir, cacheDir });
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const begun = performance.now();
    await database.pool.query('select count(*) from generate_series(1, 3000000)');
    const took = performance.now() - begun;
    clearInterval(timer);
    await database.close();
    expect(longest).toBeLessThan(took / 2);
  });

  it('says what is wrong with a data folder', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(openDatabase({ dataDir: join(dataDir, 'file') })).rejects.toMatchObject({ problem: 'unreadable' });

    mkdirSync(join(dataDir, 'database'));
    writeFileSync(join(dataDir, 'database/PG_VERSION'), '17\n');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      problem: 'unreadable',
      message: expect.stringContaining('PostgreSQL 17'),
    });

    writeFileSync(join(dataDir, 'database/PG_VERSION'), '18\n');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ problem: 'unreadable' });
    chmodSync(dataDir, 0o700);
  });
});

describe('the lock', () => {
  const timing = { heartbeatMs: 50, silenceMs: 500 };
  const lock = () => join(dataDir, 'lock');
  const record = (holder: object) => JSON.stringify({ token: 'theirs', holder: { ...currentProcess(), ...holder } });

  it('is taken over from a process that is gone', async () => {
    writeFileSync(lock(), record({ pid: 2 ** 30 }));
    (await takeLock(lock(), () => {})).release();
  });

  it('is taken over when the process id was given to another process', async () => {
    writeFileSync(lock(), record({ pid: process.ppid, started: 'long ago' }));
    (await takeLock(lock(), () => {})).release();
  });

  it('is refused while its process runs, however silent', async () => {
    writeFileSync(lock(), record({ pid: process.ppid, started: null }));
    utimesSync(lock(), 0, 0);
    await expect(takeLock(lock(), () => {})).rejects.toMatchObject({ problem: 'locked' });
  });

  it('of a process elsewhere is respected while its heart beats, and taken over when it stops', async () => {
    writeFileSync(lock(), record({ realm: 'another container' }));
    const beating = setInterval(() => utimesSync(lock(), new Date(), new Date()), 100);
    await expect(takeLock(lock(), () => {}, timing)).rejects.toMatchObject({ problem: 'locked' });
    clearInterval(beating);
    (await takeLock(lock(), () => {}, timing)).release();
  });

  it('that is damaged is taken over', async () => {
    writeFileSync(lock(), '{');
    (await takeLock(lock(), () => {}, timing)).release();
  });

  it('tells its holder when it is lost', async () => {
    let lost = false;
    const ours = await takeLock(
      lock(),
      () => {
        lost = true;
      },
      timing,
    );
    writeFileSync(lock(), record({}));
    await expect.poll(() => lost).toBe(true);
    ours.release();
    expect(readFileSync(lock(), 'utf8')).toContain('theirs');
  });
});
