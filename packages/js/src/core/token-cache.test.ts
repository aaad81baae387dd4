import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Token } from '../resources/token.ts';
import { createJwt } from '../testing/jwt.ts';
import { TokenCache } from './token-cache.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const key = TokenCache.key('sess_1', undefined, null);

it('hands a token out until less than fifteen of its sixty seconds are left', async () => {
  const cache = new TokenCache();
  // Made an hour ago by the server's clock: only its length of life counts.
  const token = new Token(createJwt({ iat: 1000, exp: 1060 }));
  await cache.set(key, Promise.resolve(token));
  vi.advanceTimersByTime(44_000);
  expect(await cache.get(key)).toBe(token);
  expect(await cache.get(key, 5)).toBe(token);
  vi.advanceTimersByTime(2000);
  expect(cache.get(key)).toBeUndefined();
});

it('asks for a fresher token when more leeway is wanted', async () => {
  const cache = new TokenCache();
  await cache.set(key, Promise.resolve(new Token(createJwt({ iat: 0, exp: 60 }))));
  vi.advanceTimersByTime(20_000);
  expect(cache.get(key, 30)).toBeDefined();
  expect(cache.get(key, 40)).toBeUndefined();
});

it('shares a request under way, and forgets one that failed', async () => {
  const cache = new TokenCache();
  const failing = Promise.reject(new Error('no'));
  cache.set(key, failing).catch(() => undefined);
  expect(cache.get(key)).toBe(failing);
  await failing.catch(() => undefined);
  await Promise.resolve();
  expect(cache.get(key)).toBeUndefined();
});

it('keeps the newer of two tokens, and forgets those of one session', async () => {
  const cache = new TokenCache();
  const newer = new Token(createJwt({ iat: 100, exp: 160 }));
  cache.offer(key, newer);
  cache.offer(key, new Token(createJwt({ iat: 90, exp: 150 })));
  expect(await cache.get(key)).toBe(newer);
  cache.clear('sess_10');
  expect(await cache.get(key)).toBe(newer);
  cache.clear('sess_1');
  expect(cache.get(key)).toBeUndefined();
});
