import { afterEach, describe, expect, it, vi } from 'vitest';
import { errorAnswer, stubBackendApi } from '../testing/backend-api.ts';
import { DATA, signedInCookies, visit } from '../testing/requests.ts';
import { mint } from '../testing/tokens.ts';
import type { AcceptedTokens } from '../tokens/token-types.ts';

afterEach(() => vi.unstubAllGlobals());

const apiKey = { object: 'api_key', id: 'ak_1', name: 'Deploy', subject: 'user_1', scopes: ['read'], claims: { a_b: 1 } };
const oauth = { object: 'clerk_idp_oauth_access_token', id: 'oat_1', client_id: 'client_1', subject: 'user_1', scopes: ['email'] };
const m2m = { object: 'machine_to_machine_token', id: 'mt_1', subject: 'mch_1', scopes: ['mch_2'], claims: null };

const ask = (token: string, acceptsToken?: AcceptedTokens, client = {}) =>
  visit({ headers: { ...DATA, authorization: `Bearer ${token}` }, options: { acceptsToken }, client });

describe('machine tokens', () => {
  it.each([
    ['ak_x', apiKey, '/api_keys/verify', { secret: 'ak_x' }, { tokenType: 'api_key', name: 'Deploy', userId: 'user_1', orgId: null, claims: { a_b: 1 } }],
    ['ak_y', { ...apiKey, subject: 'org_1' }, '/api_keys/verify', { secret: 'ak_y' }, { tokenType: 'api_key', userId: null, orgId: 'org_1' }],
    ['oat_x', oauth, '/oauth_applications/access_tokens/verify', { access_token: 'oat_x' }, { tokenType: 'oauth_token', userId: 'user_1', clientId: 'client_1' }],
    ['mt_x', m2m, '/m2m_tokens/verify', { token: 'mt_x' }, { tokenType: 'm2m_token', machineId: 'mch_1', scopes: ['mch_2'] }],
  ])('%s is verified by the Backend API', async (token, answer, path, body, expected) => {
    const calls = stubBackendApi(() => answer);
    const state = await ask(token, 'any');
    expect(calls).toMatchObject([{ method: 'POST', path, body }]);
    const auth = state.toAuth();
    expect(auth).toMatchObject({ isAuthenticated: true, ...expected });
    expect(await auth?.getToken()).toBe(token);
    expect(auth?.has({ role: 'org:admin' })).toBe(false);
  });

  it('of machines are verified with the machine’s own key', async () => {
    const calls = stubBackendApi(() => m2m);
    await ask('mt_x', 'm2m_token', { machineSecretKey: 'ak_machine' });
    await ask('mt_x', 'm2m_token');
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer ak_machine', 'Bearer sk_live_1']);
  });

  it.each([
    [404, 'token-invalid'],
    [401, 'secret-key-invalid'],
    [500, 'unexpected-error'],
  ])('refused with %d are signed out: %s', async (status, reason) => {
    stubBackendApi(() => errorAnswer(status, 'some_code'));
    const state = await ask('ak_x', 'api_key');
    expect(state).toMatchObject({ status: 'signed-out', reason, tokenType: 'api_key' });
    expect(state.toAuth()).toMatchObject({ isAuthenticated: false, tokenType: 'api_key', id: null });
  });

  it.each<[string, string, AcceptedTokens, string | null]>([
    ['another machine’s', 'ak_x', 'm2m_token', 'm2m_token'],
    ['a session where a machine is asked for', mint(), 'api_key', 'api_key'],
    ['a machine’s where a session is asked for', 'ak_x', 'session_token', 'session_token'],
    ['none of several', 'ak_x', ['session_token', 'm2m_token'], null],
  ])('of a type that is not accepted are no use: %s', async (_, token, accepts, tokenType) => {
    const calls = stubBackendApi(() => apiKey);
    const state = await ask(token, accepts);
    expect(state).toMatchObject({ status: 'signed-out', reason: 'token-type-mismatch', tokenType });
    expect(state.toAuth()).toMatchObject({ isAuthenticated: false, tokenType });
    expect(calls).toEqual([]);
  });

  it('come in the header only', async () => {
    const cookies = signedInCookies();
    expect(await visit({ cookies, options: { acceptsToken: 'api_key' } })).toMatchObject({ status: 'signed-out', reason: 'No token in header' });
    expect(await visit({ cookies, options: { acceptsToken: ['api_key'] } })).toMatchObject({ reason: 'token-type-mismatch', tokenType: null });
    expect(await visit({ cookies, options: { acceptsToken: ['api_key', 'session_token'] } })).toMatchObject({ status: 'signed-in' });
  });

  it('may be mixed with session tokens', async () => {
    const state = await ask(mint(), ['api_key', 'session_token']);
    expect(state.toAuth()).toMatchObject({ tokenType: 'session_token', userId: 'user_1' });
  });
});

describe('missing options are named', () => {
  it.each([
    [{ publishableKey: '' }, {}, 'CLERK_PUBLISHABLE_KEY'],
    [{ publishableKey: 'pk_test_nonsense' }, {}, 'not valid'],
    [{ secretKey: '', jwtKey: '' }, {}, 'CLERK_SECRET_KEY'],
    [{ secretKey: '' }, { acceptsToken: 'm2m_token' as const }, 'CLERK_MACHINE_SECRET_KEY'],
  ])('%j', async (client, options, message) => {
    await expect(visit({ client, options })).rejects.toThrow(message);
  });

  it('but a JWT key is enough for session tokens', async () => {
    expect(await visit({ client: { secretKey: '' }, cookies: signedInCookies() })).toMatchObject({ status: 'signed-in' });
  });
});
