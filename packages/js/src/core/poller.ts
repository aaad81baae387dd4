import { is4xxError } from './error-guards.ts';
import { sleep } from './retry.ts';

const INTERVAL = 5000;

export interface Poller {
  stop(): void;
}

/**
 * Calls `round` every five seconds, in one tab at a time, so that tabs of a slow server do not pile up on it.
 * `onRefused` hears of a round that the server refused (HTTP 4xx); other failures pass by themselves.
 */
export function startPoller(lockName: string, round: () => Promise<unknown>, onRefused: (error: unknown) => unknown): Poller {
  const controller = new AbortController();
  const { signal } = controller;

  async function tick(): Promise<void> {
    try {
      await round();
    } catch (error) {
      if (is4xxError(error)) await onRefused(error);
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await withLock(lockName, signal, tick);
      await sleep(INTERVAL);
    }
  }

  // The only rejection is the lock request that stopping interrupts.
  run().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return { stop: () => controller.abort() };
}

/** Pages without https have no locks, those of no origin (sandboxed frames) get none; there each tab polls for itself. */
async function withLock(name: string, signal: AbortSignal, action: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return action();
  let isGranted = false;
  const granted = () => {
    isGranted = true;
    return action();
  };
  try {
    await locks.request(name, { signal }, granted);
  } catch (error) {
    if (isGranted || signal.aborted) throw error;
    await action();
  }
}
