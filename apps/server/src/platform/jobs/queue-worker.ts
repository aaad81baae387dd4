import type PgBoss from 'pg-boss';
import type { DatabaseLog } from '../database/open.ts';

/** One piece of work, as its handler sees it. */
export interface Job<Data> {
  readonly id: string;
  readonly data: Data;
  /** 1 at first; retries count up. */
  readonly attempt: number;
  /** Whether a failure now is final. */
  readonly lastAttempt: boolean;
  /** Aborted when the job's time is up or the program stops. */
  readonly signal: AbortSignal;
}

/** Does the work, or throws to have it tried again later. It may run twice: a crash repeats it. */
export type JobHandler<Data> = (job: Job<Data>) => Promise<void>;

/** How often a queue is looked at without being told to: for jobs that were sent for later. */
const POLL_MS = 2_000;

type StoredJob = PgBoss.JobWithMetadata<unknown>;

/**
 * Works through one queue: several jobs at once, each completed or failed on its own. It looks for
 * more as soon as it is woken and whenever it has a hand free.
 */
export class QueueWorker {
  readonly queue: string;
  readonly #boss: PgBoss;
  readonly #handler: JobHandler<unknown>;
  readonly #concurrency: number;
  readonly #log: DatabaseLog;
  readonly #running = new Map<Promise<void>, AbortController>();
  #idleWaiters: (() => void)[] = [];
  #stopping = false;
  #woken = false;
  #endPause: (() => void) | undefined;
  #loop: Promise<void> | undefined;

  constructor(options: { queue: string; boss: PgBoss; handler: JobHandler<unknown>; concurrency: number; log: DatabaseLog }) {
    this.queue = options.queue;
    this.#boss = options.boss;
    this.#handler = options.handler;
    this.#concurrency = options.concurrency;
    this.#log = options.log;
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Looks for jobs now. */
  wake(): void {
    this.#woken = true;
    this.#endPause?.();
  }

  /** Settles once no job is due or running. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      this.wake();
    });
  }

  /** Takes no more jobs, gives the running ones `graceMs` to end and then tells them to. */
  async stop(graceMs: number): Promise<void> {
    const deadline = setTimeout(() => {
      for (const controller of this.#running.values()) controller.abort(new Error('The program is stopping.'));
    }, graceMs);
    this.#stopping = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running.keys());
    clearTimeout(deadline);
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const free = this.#concurrency - this.#running.size;
      const jobs = free > 0 ? await this.#fetch(free) : [];
      for (const job of jobs) this.#begin(job);
      if (this.#running.size === 0 && !this.#woken) this.#tellIdle();
      if (!this.#woken && (jobs.length < free || free === 0)) await this.#pause();
    }
    this.#tellIdle();
  }

  #tellIdle(): void {
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #fetch(batchSize: number): Promise<StoredJob[]> {
    try {
      return await this.#boss.fetch<unknown>(this.queue, { batchSize, includeMetadata: true });
    } catch (error) {
      this.#log.error({ err: error, queue: this.queue }, 'cannot look for jobs');
      return [];
    }
  }

  #begin(stored: StoredJob): void {
    const controller = new AbortController();
    const timeout = setTimeout(() => controller.abort(new Error('The job took too long.')), stored.expireInSeconds * 1_000);
    const running = this.#handle(stored, controller.signal).finally(() => {
      clearTimeout(timeout);
      this.#running.delete(running);
      this.wake();
    });
    this.#running.set(running, controller);
  }

  async #handle(stored: StoredJob, signal: AbortSignal): Promise<void> {
    const attempt = stored.retryCount + 1;
    const lastAttempt = stored.retryCount >= stored.retryLimit;
    try {
      const job: Job<unknown> = { id: stored.id, data: stored.data, attempt, lastAttempt, signal };
      await Promise.race([this.#handler(job), rejectOnAbort(signal)]);
      await this.#boss.complete(this.queue, stored.id);
    } catch (error) {
      const details = { err: error, queue: this.queue, job: stored.id, attempt };
      if (lastAttempt) this.#log.error(details, 'a job failed for good');
      else this.#log.warn(details, 'a job failed and will be tried again');
      await this.#fail(stored.id, error);
    }
  }

  async #fail(id: string, error: unknown): Promise<void> {
    try {
      await this.#boss.fail(this.queue, id, { message: error instanceof Error ? error.message : String(error) });
    } catch (failure) {
      // The job counts as running until its time is up, and is then tried again.
      this.#log.error({ err: failure, queue: this.queue, job: id }, 'cannot write down that a job failed');
    }
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
