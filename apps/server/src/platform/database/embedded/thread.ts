import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ThreadStream } from './stream.ts';

export interface DatabaseThread {
  /** A new connection to the database. */
  connect(): ThreadStream;
  /** Finishes what was asked, writes everything down and ends the thread. */
  close(): Promise<void>;
  /** Ends the thread where it stands. */
  terminate(): Promise<void>;
  /** Settles when the thread has ended: with the error when it failed. */
  ended: Promise<unknown>;
}

/**
 * Starts the thread that runs the embedded database, creating the database when the folder is empty.
 * @param options.durable whether a commit waits until it is on disk
 */
export async function startThread(options: { dataDir: string; durable: boolean }): Promise<DatabaseThread> {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: options });
  let failure: unknown;
  worker.on('error', (error) => {
    failure = error;
  });
  const ended = new Promise<unknown>((resolve) => {
    worker.once('exit', () => resolve(failure));
  });

  const outcome = await Promise.race([
    once(worker, 'message').then(() => 'ready' as const),
    ended.then(() => 'ended' as const),
  ]);
  if (outcome === 'ended') throw failure instanceof Error ? failure : new Error('The embedded database did not start.');

  return {
    connect: () => new ThreadStream(worker),
    async close() {
      worker.postMessage({ close: true });
      await ended;
    },
    async terminate() {
      await worker.terminate();
    },
    ended,
  };
}
