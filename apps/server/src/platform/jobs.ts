import { CompiledQuery, sql } from 'kysely';
import PgBoss from 'pg-boss';
import { errorCode } from './database/errors.ts';
import type { Database, DatabaseLog } from './database/open.ts';
import type { Db } from './database/tables.ts';
import { startMaintenance } from './jobs/embedded-maintenance.ts';
import { type JobHandler, QueueWorker } from './jobs/queue-worker.ts';
import { startQueues } from './jobs/start-queues.ts';
import type { Notifications } from './notifications.ts';

export type { Job, JobHandler } from './jobs/queue-worker.ts';

/**
 * The queues and what their jobs carry. A room adds its own by declaration merging:
 *
 * ```ts
 * declare module '../../platform/jobs.ts' {
 *   interface JobMap { 'send-message': { instanceId: string; messageId: string } }
 * }
 * ```
 *
 * Carry ids, not content: jobs are kept for a while after they are done.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the rooms
export interface JobMap {}

type QueueName = Extract<keyof JobMap, string>;

export interface WorkOptions {
  /** Jobs of this queue at a time on this node; 4 when left out. */
  concurrency?: number;
  /** Further tries after the first; 8 when left out. */
  retryLimit?: number;
  /** Seconds before the first retry, doubling with each; 5 when left out. */
  retryDelaySeconds?: number;
  /** Seconds a job may take; afterwards, or when its node dies, it is tried again. 60 when left out. */
  timeoutSeconds?: number;
}

export interface SendJobOptions {
  /** Not before this moment. */
  startAfter?: Date;
  /** With `onceInSeconds`: jobs of one queue with the same key count as the same. */
  key?: string;
  /** Sends the job only if none was sent in the current span of this many seconds. */
  onceInSeconds?: number;
}

export interface Jobs {
  /** Says who does the jobs of a queue. Called while the house is wired, before `start`. */
  work<Queue extends QueueName>(queue: Queue, handler: JobHandler<JobMap[Queue]>, options?: WorkOptions): void;
  /** Adds a job in the transaction of `db`: it exists if and only if that commits, and is begun at once then. */
  send<Queue extends QueueName>(db: Db, queue: Queue, data: JobMap[Queue], options?: SendJobOptions): Promise<void>;
  /** Runs a task again and again, on one of all nodes at a time. Called before `start`. */
  every(name: string, seconds: number, task: () => Promise<void>): void;
  start(): Promise<void>;
  /** Settles once no job is due or running on this node: for tests. */
  idle(): Promise<void>;
  /** Takes no more jobs and waits for the running ones. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  database: Database;
  notifications: Notifications;
  log: DatabaseLog;
}

const TOPIC = 'job';
const PERIODIC = 'periodic';
/** Where a job goes that failed for good, to be looked at. */
const DEAD_LETTERS = 'dead-letters';
const STOP_GRACE_MS = 10_000;
/** Jobs that are done are kept this long, and so is the memory of what was sent "once in". */
const LONGEST_PERIOD_SECONDS = 6 * 3600;

/** The program's background work: pg-boss's tables on our own database, our own workers. */
export function createJobs({ database, notifications, log }: JobsOptions): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => runQuietly(() => database.pool.query(text, values), log) },
    schema: 'jobs',
    schedule: false,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: 2 * LONGEST_PERIOD_SECONDS,
    deleteAfterDays: 3,
  });
  boss.on('error', (error) => log.error({ err: error }, 'a background task of the job queue failed'));

  const workers = new Map<string, QueueWorker>();
  const queueOptions = new Map<string, PgBoss.Queue>();
  const tasks = new Map<string, { seconds: number; task: () => Promise<void> }>();
  const timers: NodeJS.Timeout[] = [];
  let stopMaintenance = () => {};

  notifications.listen(TOPIC, (queue) => {
    if (queue === null) for (const worker of workers.values()) worker.wake();
    else workers.get(queue)?.wake();
  });

  function addWorker(queue: string, handler: JobHandler<unknown>, options: WorkOptions): void {
    if (workers.has(queue)) throw new Error(`The queue ${queue} has a worker already.`);
    workers.set(queue, new QueueWorker({ queue, boss, handler, concurrency: options.concurrency ?? 4, log }));
    queueOptions.set(queue, {
      name: queue,
      deadLetter: DEAD_LETTERS,
      retryLimit: options.retryLimit ?? 8,
      retryDelay: options.retryDelaySeconds ?? 5,
      retryBackoff: true,
      expireInSeconds: options.timeoutSeconds ?? 60,
    });
  }

  async function sendTo(db: Db, queue: string, data: object, options: SendJobOptions): Promise<void> {
    if (!workers.has(queue)) throw new Error(`Nobody works on the queue ${queue}.`);
    const id = await boss.send(queue, data, {
      db: { executeSql: async (text, values) => ({ rows: [...(await db.executeQuery(CompiledQuery.raw(text, values))).rows] }) },
      ...(options.startAfter && { startAfter: options.startAfter }),
      ...(options.key !== undefined && { singletonKey: options.key }),
      ...(options.onceInSeconds !== undefined && { singletonSeconds: options.onceInSeconds }),
    });
    if (id !== null) await notifications.notify(db, TOPIC, queue);
  }

  function startTask(name: string, seconds: number): void {
    const send = () => {
      sendTo(database.db, PERIODIC, { name }, { key: name, onceInSeconds: seconds }).catch((error: unknown) =>
        log.error({ err: error, task: name }, 'cannot start a periodic task'),
      );
    };
    send();
    timers.push(setInterval(send, seconds * 1_000));
  }

  return {
    work(queue, handler, options = {}) {
      addWorker(queue, handler as JobHandler<unknown>, options);
    },

    send(db, queue, data, options = {}) {
      return sendTo(db, queue, data, options);
    },

    every(name, seconds, task) {
      if (seconds > LONGEST_PERIOD_SECONDS) throw new Error(`A periodic task runs at least every ${LONGEST_PERIOD_SECONDS} seconds.`);
      tasks.set(name, { seconds, task });
    },

    async start() {
      addWorker(PERIODIC, (job) => runTask(tasks, job.data), { retryLimit: 0 });
      await startQueues(boss, database, [{ name: DEAD_LETTERS }, ...queueOptions.values()]);
      if (database.kind === 'pglite') await takeUpAbandoned(database);
      for (const worker of workers.values()) worker.start();
      for (const [name, { seconds }] of tasks) startTask(name, seconds);
      stopMaintenance = startMaintenance(database, log);
    },

    async idle() {
      await Promise.all(Array.from(workers.values(), (worker) => worker.idle()));
    },

    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopMaintenance();
      await Promise.all(Array.from(workers.values(), (worker) => worker.stop(STOP_GRACE_MS)));
      await boss.stop({ graceful: false, close: false });
    },
  };
}

async function runTask(tasks: Map<string, { task: () => Promise<void> }>, data: unknown): Promise<void> {
  const { name } = data as { name: string };
  // A node of another version may know tasks that this one does not.
  await tasks.get(name)?.task();
}

/** Only one process uses the embedded database, so what counts as running now was cut off by a crash. */
async function takeUpAbandoned({ db }: Database): Promise<void> {
  await sql`update jobs.job set state = 'retry', start_after = now() where state = 'active'`.execute(db);
}

/** pg-boss drops the errors of its look for jobs; all but a lost race are worth a line in the log. */
async function runQuietly<Result>(query: () => Promise<Result>, log: DatabaseLog): Promise<Result> {
  try {
    return await query();
  } catch (error) {
    if (errorCode(error) !== '23505') log.error({ err: error }, 'a statement of the job queue failed');
    throw error;
  }
}
