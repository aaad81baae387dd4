import { createHash } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import { cookieSuffix } from './cookie-suffix.ts';
import { sha1 } from './sha1.ts';

afterEach(() => vi.unstubAllGlobals());

it('agrees with the platform about SHA-1, at every length around the block size', () => {
  for (let length = 0; length < 130; length++) {
    const message = new Uint8Array(length).fill(length);
    expect(Buffer.from(sha1(message)).toString('hex')).toBe(createHash('sha1').update(message).digest('hex'));
  }
});

it('names the same cookies with and without Web Crypto', async () => {
  const key = 'pk_test_Zm9vLWJhci0xLmNsZXJrLmFjY291bnRzLmRldiQ';
  const suffix = await cookieSuffix(key);
  vi.stubGlobal('crypto', {});
  expect(await cookieSuffix(key)).toBe(suffix);
  expect(suffix).toMatch(/^[\w-]{8}$/);
});
