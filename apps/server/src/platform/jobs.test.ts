import { sql } from 'kysely';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { freshDatabase, testDatabase } from '../testing/database.ts';
import type { Database } from './database/open.ts';
import { type Job, type Jobs, createJobs } from './jobs.ts';
import { maintainEmbedded } from './jobs/embedded-maintenance.ts';
import { Notifications } from './notifications.ts';

declare module './jobs.ts' {
  interface JobMap {
    'test-numbers': { n: number };
  }
}

const log = { info() {}, warn: vi.fn(), error: vi.fn() };
let database: Database;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await testDatabase();
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  log.warn.mockClear();
  log.error.mockClear();
});

/** A node of the program that does `test-numbers` with the handler. */
async function startNode(handler: (job: Job<{ n: number }>) => Promise<void>, options = {}, prepare?: (jobs: Jobs) => void): Promise<Jobs> {
  const notifications = new Notifications(database, log);
  const jobs = createJobs({ database, notifications, log });
  jobs.work('test-numbers', handler, options);
  prepare?.(jobs);
  await notifications.start();
  await jobs.start();
  stops.push(async () => {
    await jobs.stop();
    await notifications.stop();
  });
  return jobs;
}

it('begins a job at once when its transaction commits, and never one that was rolled back', async () => {
  const done: number[] = [];
  const jobs = await startNode(async (job) => void done.push(job.data.n));
  await jobs.idle();

  await database.db.transaction().execute(async (transaction) => {
    await jobs.send(transaction, 'test-numbers', { n: 1 });
    expect(done).toEqual([]);
  });
  // Nodes look for jobs every two seconds even when nobody tells them of one.
  await vi.waitFor(() => expect(done).toEqual([1]), { interval: 2, timeout: 1_900 });

  const rolledBack = database.db.transaction().execute(async (transaction) => {
    await jobs.send(transaction, 'test-numbers', { n: 2 });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  await jobs.idle();
  expect(done).toEqual([1]);
});

it('does many jobs, as many at a time as allowed, each once', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  const handler = async (job: Job<{ n: number }>) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    done.push(job.data.n);
  };
  const jobs = await startNode(handler, { concurrency: 3 });
  await database.db.transaction().execute(async (transaction) => {
    for (let n = 0; n < 40; n += 1) await jobs.send(transaction, 'test-numbers', { n });
  });
  await jobs.idle();
  expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
  expect(most).toBe(3);
});

it('tries a failed job again, and says when it gives up', async () => {
  const attempts: [number, boolean][] = [];
  const jobs = await startNode(
    async (job) => {
      attempts.push([job.attempt, job.lastAttempt]);
      throw new Error('not today');
    },
    { retryLimit: 1, retryDelaySeconds: 0 },
  );
  await jobs.send(database.db, 'test-numbers', { n: 1 });
  await vi.waitFor(() => expect(attempts).toEqual([[1, false], [2, true]]), { timeout: 10_000 });
  await jobs.idle();
  expect(log.error).toHaveBeenCalledWith(expect.objectContaining({ queue: 'test-numbers', attempt: 2 }), 'a job failed for good');
  const { rows } = await sql`select data, output from jobs.job where name = 'dead-letters'`.execute(database.db);
  expect(rows).toEqual([{ data: { n: 1 }, output: { message: 'not today' } }]);
  await sql`delete from jobs.job where name = 'dead-letters'`.execute(database.db);
});

it('fails a job that takes too long, and tells it', async () => {
  const signals: AbortSignal[] = [];
  const jobs = await startNode(
    (job) => {
      signals.push(job.signal);
      return new Promise(() => {});
    },
    { retryLimit: 0, timeoutSeconds: 1 },
  );
  await jobs.send(database.db, 'test-numbers', { n: 1 });
  await jobs.idle();
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
});

it('waits for what is running when it stops, and leaves the rest to the next', async () => {
  const done: number[] = [];
  let begun = () => {};
  const first = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const jobs = await startNode(
    async (job) => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(job.data.n);
    },
    { concurrency: 1 },
  );
  await jobs.send(database.db, 'test-numbers', { n: 1 });
  await jobs.send(database.db, 'test-numbers', { n: 2 });
  await first;
  await jobs.stop();
  expect(done).toEqual([1]);

  const next = await startNode(async (job) => void done.push(job.data.n));
  await next.idle();
  expect(done).toEqual([1, 2]);
});

it('comes up on several nodes that start together, on a database that knows no queue yet', async () => {
  const fresh = await freshDatabase();
  const nodes = Array.from({ length: fresh.kind === 'pglite' ? 1 : 3 }, () => {
    const notifications = new Notifications(fresh, log);
    const jobs = createJobs({ database: fresh, notifications, log });
    // Each queue is a race of its own.
    for (let n = 0; n < 6; n += 1) jobs.work(`test-queue-${n}` as 'test-numbers', async () => {});
    return jobs;
  });
  await Promise.all(nodes.map((jobs) => jobs.start()));
  await Promise.all(nodes.map((jobs) => jobs.stop()));
  await fresh.close();
  expect(log.error).not.toHaveBeenCalled();
});

it('runs a periodic task on one of all nodes', async () => {
  const runs: string[] = [];
  const node = (name: string) => startNode(async () => {}, {}, (jobs) => jobs.every('test-task', 3600, async () => void runs.push(name)));
  const nodes = [await node('a'), await node('b')];
  await vi.waitFor(() => expect(runs).toHaveLength(1), { timeout: 5_000 });
  await Promise.all(nodes.map((jobs) => jobs.idle()));
  expect(runs).toHaveLength(1);
});

it('refuses a job that nobody would do', async () => {
  const notifications = new Notifications(database, log);
  const jobs = createJobs({ database, notifications, log });
  await expect(jobs.send(database.db, 'test-numbers', { n: 1 })).rejects.toThrow('Nobody works on the queue test-numbers.');
});

it('clears away dead rows where no server does', async () => {
  await database.db.connection().execute(async (db) => {
    await sql`create table churn as select n from generate_series(1, 1000) n`.execute(db);
    await sql`update churn set n = n + 1`.execute(db);
    await sql`select pg_stat_force_next_flush()`.execute(db);
    const dead = () => sql<{ n: number }>`select n_dead_tup as n from pg_stat_user_tables where relname = 'churn'`.execute(db);
    expect((await dead()).rows).toEqual([{ n: 1000 }]);
    await maintainEmbedded({ db });
    expect((await dead()).rows).toEqual([{ n: 0 }]);
    await sql`drop table churn`.execute(db);
  });
});
