import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ClerkAPIResponseError } from './errors.ts';
import { startPoller } from './poller.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('asks every five seconds, goes on after failures, tells of refusals and stops', async () => {
  vi.stubGlobal('navigator', undefined);
  const refusal = new ClerkAPIResponseError('gone', { data: [], status: 404 });
  const round = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new TypeError('offline')).mockRejectedValueOnce(refusal).mockResolvedValue('jwt');
  const onRefused = vi.fn();
  const poller = startPoller('lock', round, onRefused);
  await vi.advanceTimersByTimeAsync(1);
  expect(onRefused).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(round).toHaveBeenCalledTimes(3);
  expect(onRefused).toHaveBeenCalledExactlyOnceWith(refusal);
  poller.stop();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(round).toHaveBeenCalledTimes(3);
  vi.unstubAllGlobals();
});

it('asks without a lock where the page gets none', async () => {
  const request = vi.fn(() => Promise.reject(new DOMException('not here', 'SecurityError')));
  vi.stubGlobal('navigator', { locks: { request } });
  const round = vi.fn(() => Promise.resolve('jwt'));
  const poller = startPoller('lock', round, vi.fn());
  await vi.advanceTimersByTimeAsync(6000);
  expect([request.mock.calls.length, round.mock.calls.length]).toEqual([2, 2]);
  poller.stop();
  vi.unstubAllGlobals();
});
