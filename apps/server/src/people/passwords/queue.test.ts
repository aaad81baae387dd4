import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '@foyer/protocol/errors';
import { describe, expect, it } from 'vitest';
import { WorkQueue } from './queue.ts';

describe('WorkQueue', () => {
  it('runs no more at once than allowed, in order', async () => {
    const queue = new WorkQueue({ running: 2, waiting: 10 });
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const work = (n: number) =>
      queue.run(async () => {
        most = Math.max(most, ++running);
        await sleep(5);
        running -= 1;
        done.push(n);
      });
    await Promise.all([1, 2, 3, 4, 5, 6].map(work));
    expect(most).toBe(2);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('refuses what it cannot hold, and goes on afterwards', async () => {
    const queue = new WorkQueue({ running: 1, waiting: 1 });
    const all = await Promise.allSettled([1, 2, 3].map(() => queue.run(() => sleep(5))));
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    const reason = (all[2] as PromiseRejectedResult).reason as ApiError;
    expect(reason).toMatchObject({ status: 503, code: 'service_unavailable', retryAfter: 2 });
    await expect(queue.run(async () => 'free')).resolves.toBe('free');
  });

  it('gives the place of failed work to the next', async () => {
    const queue = new WorkQueue({ running: 1, waiting: 1 });
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const next = queue.run(async () => 'next');
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('next');
  });
});
