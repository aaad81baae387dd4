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
