import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSigningKey, mint, signingKey } from '../testing/tokens.ts';
import { errorAnswer, stubBackendApi, type Answer } from '../testing/backend-api.ts';
import { verifyToken } from './verify-token.ts';

let counter = 0;
let options = { secretKey: '', apiUrl: 'https://api.test' };
const published = (kid: string, key = signingKey) => ({ ...key.jwk, kid, use: 'sig', alg: 'RS256' });

beforeEach(() => {
  // The cache is shared by everyone who uses the same key, so every test has its own.
  options = { ...options, secretKey: `sk_live_${counter++}` };
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('keys from the Backend API', () => {
  it('are fetched once, with the secret key', async () => {
    const calls = stubBackendApi(() => ({ keys: [published('ins_1')] }));
    await Promise.all([1, 2, 3].map((n) => verifyToken(mint({ n }), options)));
    await verifyToken(mint({ n: 4 }), options);
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /v1/jwks']);
    expect(calls[0]?.headers.get('authorization')).toBe(`Bearer ${options.secretKey}`);
  });

  it('are fetched anew after five minutes, and a removed key verifies nothing then', async () => {
    let keys = [published('ins_1')];
    const calls = stubBackendApi(() => ({ keys }));
    const token = mint({ exp: Date.now() / 1000 + 3600 });
    await verifyToken(token, options);
    keys = [published('ins_2', createSigningKey())];
    vi.useFakeTimers({ now: Date.now() + 4 * 60_000 });
    await verifyToken(token, options);
    expect(calls).toHaveLength(1);
    vi.setSystemTime(Date.now() + 2 * 60_000);
    await expect(verifyToken(token, options)).rejects.toMatchObject({ reason: 'jwk-kid-mismatch' });
    expect(calls).toHaveLength(2);
  });

  it('are fetched anew for an unknown key ID, but not at the pace of whoever makes them up', async () => {
    let keys = [published('ins_1')];
    const calls = stubBackendApi(() => ({ keys }));
    await verifyToken(mint(), options);
    await expect(verifyToken(mint({}, { kid: 'x1' }), options)).rejects.toMatchObject({
      reason: 'jwk-kid-mismatch',
      message: expect.stringContaining('The following kid is available: ins_1'),
    });
    await expect(verifyToken(mint({}, { kid: 'x2' }), options)).rejects.toMatchObject({ reason: 'jwk-kid-mismatch' });
    expect(calls).toHaveLength(1);
    keys = [published('ins_1'), published('ins_2')];
    vi.useFakeTimers({ now: Date.now() + 3000 });
    expect(await verifyToken(mint({}, { kid: 'ins_2' }), options)).toMatchObject({ sub: 'user_1' });
    expect(calls).toHaveLength(2);
  });

  it('are fetched each time with skipJwksCache', async () => {
    const calls = stubBackendApi(() => ({ keys: [published('ins_1')] }));
    await verifyToken(mint(), { ...options, skipJwksCache: true });
    await verifyToken(mint(), { ...options, skipJwksCache: true });
    expect(calls).toHaveLength(2);
  });

  it.each<[string, () => Answer, string]>([
    ['a refused secret key', () => errorAnswer(401, 'clerk_key_invalid'), 'secret-key-invalid'],
    ['another error', () => errorAnswer(500, 'internal'), 'jwk-remote-failed-to-load'],
    ['no keys', () => ({ keys: [] }), 'jwk-remote-missing'],
  ])('say what is wrong: %s', async (_, respond, reason) => {
    stubBackendApi(respond);
    await expect(verifyToken(mint(), options)).rejects.toMatchObject({ name: 'TokenVerificationError', reason });
  });

  it('are asked for again after an error', async () => {
    let answer: Answer = errorAnswer(500, 'internal');
    stubBackendApi(() => answer);
    await expect(verifyToken(mint(), options)).rejects.toThrow();
    answer = { keys: [published('ins_1')] };
    expect(await verifyToken(mint(), options)).toMatchObject({ sub: 'user_1' });
  });
});
