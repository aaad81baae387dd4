import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TokenVerificationError } from '../errors.ts';
import { createSigningKey, mint, now, signingKey } from '../testing/tokens.ts';
import { verifyToken } from '../tokens/verify-token.ts';
import { decodeJwt } from './decode.ts';
import { hasValidSignature, signJwt, verifyJwt } from '../jwt.ts';

const jwtKey = signingKey.pem;

async function reasonOf(token: string, options: Parameters<typeof verifyToken>[1] = { jwtKey }): Promise<string> {
  const error = await verifyToken(token, options).then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof TokenVerificationError) return error.reason;
  return error === null ? 'accepted' : `not a verification error: ${String(error)}`;
}

afterEach(() => vi.useRealTimers());

describe('verifyToken', () => {
  it('returns the claims', async () => {
    expect(await verifyToken(mint({ plan: 'pro' }), { jwtKey })).toMatchObject({ sub: 'user_1', sid: 'sess_1', plan: 'pro' });
  });

  it.each<[string, object, object, string]>([
    ['a good token', {}, {}, 'accepted'],
    ['no type', {}, { typ: undefined }, 'accepted'],
    ['another type of JWT', {}, { typ: 'at+jwt' }, 'token-invalid'],
    ['no signature algorithm', {}, { alg: 'none' }, 'token-invalid-algorithm'],
    ['a symmetric algorithm', {}, { alg: 'HS256' }, 'token-invalid-algorithm'],
    ['an algorithm the key did not sign with', {}, { alg: 'RS512' }, 'token-invalid-signature'],
    ['no subject', { sub: undefined }, {}, 'token-verification-failed'],
    ['expired within the skew', { exp: now - 3 }, {}, 'accepted'],
    ['expired', { exp: now - 6 }, {}, 'token-expired'],
    ['no expiry', { exp: undefined }, {}, 'token-verification-failed'],
    ['an expiry that is no number', { exp: 'tomorrow' }, {}, 'token-verification-failed'],
    ['early within the skew', { nbf: now + 3 }, {}, 'accepted'],
    ['early', { nbf: now + 60 }, {}, 'token-not-active-yet'],
    ['no not-before', { nbf: undefined }, {}, 'accepted'],
    ['from the future', { iat: now + 60 }, {}, 'token-iat-in-the-future'],
  ])('%s', async (_, claims, header, expected) => {
    expect(await reasonOf(mint(claims, header))).toBe(expected);
  });

  it.each<[string, object, object, string]>([
    ['the audience itself', { aud: 'a' }, { audience: 'a' }, 'accepted'],
    ['one of several', { aud: ['b', 'a'] }, { audience: ['c', 'a'] }, 'accepted'],
    ['another audience', { aud: 'b' }, { audience: 'a' }, 'token-verification-failed'],
    ['a token without audience', {}, { audience: 'a' }, 'accepted'],
    ['an audience that is no text', { aud: [1] }, { audience: 'a' }, 'token-verification-failed'],
    ['a party among those', {}, { authorizedParties: ['https://app.example.com'] }, 'accepted'],
    ['another party', {}, { authorizedParties: ['https://evil.example.com'] }, 'token-invalid-authorized-parties'],
    ['a token without party', { azp: undefined }, { authorizedParties: ['https://evil.example.com'] }, 'accepted'],
    ['no parties given', {}, { authorizedParties: [] }, 'accepted'],
    ['a longer skew', { exp: now - 60 }, { clockSkewInMs: 120_000 }, 'accepted'],
  ])('with %s', async (_, claims, options, expected) => {
    expect(await reasonOf(mint(claims), { jwtKey, ...options })).toBe(expected);
  });

  it.each(['', 'x', 'a.b', 'a.b.c', 'a.b.c.d', `${mint()}.`, 'bnVsbA.bnVsbA.x'])('refuses %j', async (token) => {
    expect(await reasonOf(token)).toBe('token-invalid');
  });

  it('refuses another key’s signature and a changed payload', async () => {
    expect(await reasonOf(mint({}, {}, createSigningKey()))).toBe('token-invalid-signature');
    const [header, , signature] = mint().split('.');
    const [, payload] = mint({ sub: 'user_2' }).split('.');
    expect(await reasonOf(`${header}.${payload}.${signature}`)).toBe('token-invalid-signature');
  });

  it('takes a PEM key that lost its line breaks', async () => {
    expect(await reasonOf(mint(), { jwtKey: jwtKey.replaceAll('\n', '\\n') })).toBe('accepted');
    expect(await reasonOf(mint(), { jwtKey: jwtKey.replaceAll('\n', '') })).toBe('accepted');
  });

  it('says which variable to set when the key is none, or missing', async () => {
    expect(await reasonOf(mint(), { jwtKey: 'nonsense' })).toBe('jwk-local-missing');
    expect(await reasonOf(mint(), {})).toBe('jwk-failed-to-resolve');
  });
});

describe('a token that was verified before', () => {
  const token = mint({ exp: now + 30 });
  beforeEach(async () => {
    expect(await reasonOf(token)).toBe('accepted');
  });

  it('is refused once it has expired', async () => {
    vi.useFakeTimers({ now: (now + 36) * 1000 });
    expect(await reasonOf(token)).toBe('token-expired');
  });

  it('is refused before its time', async () => {
    vi.useFakeTimers({ now: (now - 60) * 1000 });
    expect(await reasonOf(token)).toBe('token-not-active-yet');
  });

  it('is refused where its party or audience is not welcome', async () => {
    expect(await reasonOf(token, { jwtKey, authorizedParties: ['https://other.example.com'] })).toBe('token-invalid-authorized-parties');
    const withAudience = mint({ aud: 'a' });
    expect(await reasonOf(withAudience)).toBe('accepted');
    expect(await reasonOf(withAudience, { jwtKey, audience: 'b' })).toBe('token-verification-failed');
  });

  it('is refused under another key', async () => {
    expect(await reasonOf(token, { jwtKey: createSigningKey().pem })).toBe('token-invalid-signature');
    expect(await reasonOf(token)).toBe('accepted');
  });

  it('is not mistaken for a token that merely looks like it', async () => {
    expect(await reasonOf(`${token.slice(0, -4)}AAAA`)).toBe('token-invalid-signature');
  });

  it('has claims of its own each time', async () => {
    const first = await verifyToken(token, { jwtKey });
    first.sub = 'user_evil';
    expect((await verifyToken(token, { jwtKey })).sub).toBe('user_1');
  });

  it('is still right after thousands of others', async () => {
    const many = Array.from({ length: 2500 }, (_, index) => mint({ sid: `sess_${index}` }));
    for (const other of many) expect((await verifyToken(other, { jwtKey })).sid).toMatch(/^sess_/);
    expect(await reasonOf(token)).toBe('accepted');
    expect((await verifyToken(many[0] ?? '', { jwtKey })).sid).toBe('sess_0');
  });
});

describe('without node:crypto', () => {
  it('verifies with WebCrypto alike', async () => {
    vi.resetModules();
    const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
    const { verifyToken: verifyOnEdge } = await import('../tokens/verify-token.ts');
    const { TokenVerificationError: EdgeError } = await import('../errors.ts');
    builtin.mockRestore();
    expect(await verifyOnEdge(mint(), { jwtKey })).toMatchObject({ sub: 'user_1' });
    await expect(verifyOnEdge(mint({}, {}, createSigningKey()), { jwtKey })).rejects.toBeInstanceOf(EdgeError);
    const { verifyingKeyFromJwk } = await import('./verifying-key.ts');
    const key = verifyingKeyFromJwk(signingKey.jwk);
    const { raw, signature } = decodeJwt(mint());
    const data = new TextEncoder().encode(`${raw.header}.${raw.payload}`);
    expect(await key.verify('RS256', data, signature)).toBe(true);
    expect(await key.verify('RS512', data, signature)).toBe(false);
  });
});

describe('the jwt entry point', () => {
  it.each(['RS256', 'RS384', 'RS512'])('signs and verifies %s', async (algorithm) => {
    const privateKey = signingKey.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const token = await signJwt({ sub: 'user_1', exp: now + 60 }, privateKey, { algorithm, header: { kid: 'k' } });
    expect(decodeJwt(token).header).toEqual({ alg: algorithm, typ: 'JWT', kid: 'k' });
    expect(await verifyJwt(token, { key: signingKey.jwk })).toMatchObject({ sub: 'user_1' });
    expect(await hasValidSignature(decodeJwt(token), signingKey.pem)).toBe(true);
    expect(await hasValidSignature(decodeJwt(token), createSigningKey().jwk)).toBe(false);
  });

  it('refuses to sign with algorithms that nothing would verify', async () => {
    await expect(signJwt({}, signingKey.jwk, { algorithm: 'HS256' })).rejects.toThrow('Unsupported algorithm HS256');
    await expect(signJwt({}, 'nonsense', {})).rejects.toMatchObject({ name: 'SignJWTError' });
  });
});
