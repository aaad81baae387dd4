import { afterEach, describe, expect, it, vi } from 'vitest';
import { errorAnswer, stubBackendApi } from '../testing/backend-api.ts';
import { DATA, DEVELOPMENT_ISSUER, DOCUMENT, signedInCookies, signedInDevelopmentCookies, visit, type Cookies, type Visit } from '../testing/requests.ts';
import { createSigningKey, mint, now } from '../testing/tokens.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const uat = now - 20;
const foreign = mint({ iss: 'https://clerk.other.com' });
const expired = mint({ exp: now - 10 });

/** Status and reason, on a page load and on a request for data. */
type Row = [name: string, visit: Visit, onPage: string, onData: string];

describe('session cookies', () => {
  it.each<Row>([
    ['nothing', {}, 'signed-out session-token-and-uat-missing', 'signed-out session-token-and-uat-missing'],
    ['signed in', { cookies: signedInCookies() }, 'signed-in null', 'signed-in null'],
    ['only the client', { cookies: { __client_uat: uat } }, 'handshake client-uat-but-no-session-token', 'signed-out client-uat-but-no-session-token'],
    ['only the session', { cookies: { __session: mint() } }, 'handshake session-token-but-no-client-uat', 'signed-out session-token-but-no-client-uat'],
    ['client signed out', { cookies: { __session: mint(), __client_uat: 0 } }, 'handshake session-token-but-no-client-uat', 'signed-out session-token-but-no-client-uat'],
    ['client changed since', { cookies: { __session: mint(), __client_uat: now } }, 'handshake session-token-iat-before-client-uat', 'signed-out session-token-iat-before-client-uat'],
    ['expired', { cookies: { __session: expired, __client_uat: uat } }, 'handshake session-token-expired-refresh-non-eligible-no-refresh-cookie', 'signed-out session-token-expired-refresh-non-eligible-no-refresh-cookie'],
    ['expired, posting', { method: 'POST', cookies: { __session: expired, __client_uat: uat } }, 'handshake session-token-expired-refresh-non-eligible-non-get', 'signed-out session-token-expired-refresh-non-eligible-non-get'],
    ['early', { cookies: signedInCookies({ nbf: now + 60 }) }, 'handshake session-token-nbf', 'signed-out session-token-nbf'],
    ['from the future', { cookies: signedInCookies({ iat: now + 60 }) }, 'handshake session-token-iat-in-the-future', 'signed-out session-token-iat-in-the-future'],
    ['forged', { cookies: { __session: mint({}, {}, createSigningKey()), __client_uat: uat } }, 'signed-out token-invalid-signature', 'signed-out token-invalid-signature'],
    ['of another party', { cookies: signedInCookies(), options: { authorizedParties: ['https://other.test'] } }, 'signed-out token-invalid-authorized-parties', 'signed-out token-invalid-authorized-parties'],
    ['garbage', { cookies: { __session: 'garbage', __client_uat: uat } }, 'signed-out token-invalid', 'signed-out token-invalid'],
    ['in an iframe', { headers: { 'sec-fetch-dest': 'iframe' }, cookies: { __client_uat: uat } }, 'handshake client-uat-but-no-session-token', 'signed-out client-uat-but-no-session-token'],
  ])('%s', async (_, request, onPage, onData) => {
    const page = await visit(request);
    expect(`${page.status} ${page.reason}`).toBe(onPage);
    const data = await visit({ ...request, headers: DATA });
    expect(`${data.status} ${data.reason}`).toBe(onData);
  });

  it('takes an old browser’s Accept header for a page load, but not next to Sec-Fetch-Dest', async () => {
    const cookies = { __client_uat: uat };
    expect(await visit({ headers: { accept: 'text/html,*/*' }, cookies })).toMatchObject({ status: 'handshake' });
    expect(await visit({ headers: { accept: 'text/html', 'sec-fetch-dest': 'empty' }, cookies })).toMatchObject({ status: 'signed-out' });
  });
});

describe('tokens in the header', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['good', `Bearer ${mint()}`, DATA, 'signed-in null'],
    ['without a scheme', mint(), DATA, 'signed-in null'],
    ['of another issuer', `Bearer ${foreign}`, DATA, 'signed-in null'],
    ['of another scheme', 'Basic abc', DATA, 'signed-out session-token-and-uat-missing'],
    ['garbage', 'Bearer garbage', DATA, 'signed-out token-invalid'],
    ['expired', `Bearer ${expired}`, DATA, 'signed-out session-token-expired-refresh-non-eligible-no-refresh-cookie'],
    ['expired, on a page load', `Bearer ${expired}`, DOCUMENT, 'handshake session-token-expired-refresh-non-eligible-no-refresh-cookie'],
    ['a machine’s', 'Bearer ak_1', DATA, 'signed-out token-type-mismatch'],
  ])('%s', async (_, authorization, headers, expected) => {
    const state = await visit({ headers: { ...headers, authorization } });
    expect(`${state.status} ${state.reason}`).toBe(expected);
  });

  it('win over cookies', async () => {
    const state = await visit({ headers: { ...DATA, authorization: `Bearer ${mint({ sub: 'user_2' })}` }, cookies: signedInCookies() });
    expect(state.toAuth()).toMatchObject({ userId: 'user_2' });
  });
});

describe('suffixed cookies', () => {
  const older = mint({ iat: now - 40, sub: 'older' });
  const newer = mint({ iat: now - 5, sub: 'newer' });
  it.each<[string, Cookies, string]>([
    ['are used when there are no plain ones', { __session_$: newer, __client_uat_$: uat - 60 }, 'newer'],
    ['are used when the plain session is another instance’s', { __session: foreign, __session_$: newer, __client_uat: uat, __client_uat_$: uat - 60 }, 'newer'],
    ['are used when both are as new', { __session: mint({ sub: 'plain' }), __session_$: mint({ sub: 'suffixed' }), __client_uat: uat, __client_uat_$: uat }, 'suffixed'],
    ['yield to a newer plain session', { __session: newer, __session_$: older, __client_uat: uat - 60, __client_uat_$: uat - 60 }, 'newer'],
    ['yield when they say signed out and the plain ones do not', { __session: newer, __session_$: older, __client_uat: uat - 60, __client_uat_$: 0 }, 'newer'],
    ['yield without their client', { __session: newer, __session_$: older, __client_uat: uat - 60 }, 'newer'],
    ['are used when only the plain ones say signed out', { __session: older, __session_$: newer, __client_uat: 0, __client_uat_$: uat - 60 }, 'newer'],
  ])('%s', async (_, cookies, userId) => {
    const state = await visit({ headers: DATA, cookies });
    expect(state.toAuth()).toMatchObject({ userId });
  });

  it('yield to a plain session that is garbage, which ends in signed out rather than in circles', async () => {
    const state = await visit({ cookies: { __session: 'garbage', __client_uat: uat, __session_$: newer, __client_uat_$: uat } });
    expect(state).toMatchObject({ status: 'signed-out', reason: 'token-invalid' });
  });

  it('yield in development when they have expired and the plain ones say signed out', async () => {
    const old = mint({ iss: DEVELOPMENT_ISSUER, exp: now - 100, iat: now - 200 });
    const cookies = { __clerk_db_jwt: 'db', __session_$: old, __client_uat: 0, __client_uat_$: now - 300 };
    expect(await visit({ development: true, cookies })).toMatchObject({ status: 'signed-out', reason: 'session-token-and-uat-missing' });
  });
});

describe('development browsers', () => {
  it.each<[string, Visit, string]>([
    ['have to be known', {}, 'handshake dev-browser-missing'],
    ['have to be known even with a session', { cookies: { ...signedInDevelopmentCookies(), __clerk_db_jwt: undefined } }, 'handshake dev-browser-missing'],
    ['are signed in', { cookies: signedInDevelopmentCookies() }, 'signed-in null'],
    ['are signed out', { cookies: { __clerk_db_jwt: 'db_1' } }, 'signed-out session-token-and-uat-missing'],
    ['move from the URL into a cookie', { url: 'https://app.example.com/page?__clerk_db_jwt=db_2', cookies: signedInDevelopmentCookies() }, 'handshake dev-browser-sync'],
  ])('%s', async (_, request, expected) => {
    const state = await visit({ development: true, ...request });
    expect(`${state.status} ${state.reason}`).toBe(expected);
  });

  it('are no concern of requests for data', async () => {
    expect(await visit({ development: true, headers: DATA })).toMatchObject({ status: 'signed-out', reason: 'dev-browser-missing' });
    const bearer = { ...DATA, authorization: `Bearer ${mint()}` };
    expect(await visit({ development: true, headers: bearer })).toMatchObject({ status: 'signed-in' });
  });
});

describe('refresh', () => {
  const cookies = { __session: expired, __client_uat: uat, __refresh_$: 'refresh_1' };

  it('replaces an expired token without a redirect', async () => {
    const fresh = mint({ sub: 'user_fresh' });
    const directives = [`__session=${fresh}; Path=/`, `__client_uat=${now}; Path=/`];
    const calls = stubBackendApi(() => ({ object: 'cookies', cookies: directives }));
    const state = await visit({ headers: { ...DATA, 'user-agent': 'Test' }, cookies });
    expect(state.toAuth()).toMatchObject({ userId: 'user_fresh' });
    expect(state.headers.getSetCookie()).toEqual(directives);
    expect(calls).toMatchObject([
      {
        method: 'POST',
        path: '/v1/sessions/sess_1/refresh',
        body: {
          format: 'cookie',
          expired_token: expired,
          refresh_token: 'refresh_1',
          request_origin: 'https://app.example.com',
          request_headers: { 'user-agent': ['Test'] },
        },
      },
    ]);
    expect(JSON.stringify(calls[0]?.body)).not.toContain('"cookie":');
  });

  it.each([
    ['a token used twice', () => errorAnswer(422, 'refresh_token_used'), 'refresh_token_used'],
    ['an unreachable API', () => errorAnswer(500, 'unexpected_error'), 'fetch-error'],
    ['an error without a code', () => Response.json({ errors: [] }, { status: 500 }), 'unexpected-bapi-error'],
    ['a token that is none', () => ({ object: 'cookies', cookies: ['__session=garbage'] }), 'invalid-session-token'],
    ['no token', () => ({ object: 'cookies', cookies: [] }), 'missing-session-token'],
  ])('falls back to a handshake that names the reason: %s', async (_, respond, reason) => {
    stubBackendApi(respond);
    const state = await visit({ cookies });
    expect(state).toMatchObject({ status: 'handshake', reason: `session-token-expired-refresh-${reason}` });
    expect(new URL(state.headers.get('location') ?? '').searchParams.get('__clerk_hs_reason')).toBe(state.reason);
  });

  it('is not tried by a plain refresh cookie', async () => {
    expect(await visit({ cookies: { ...cookies, __refresh_$: undefined, __refresh: 'r' } })).toMatchObject({
      reason: 'session-token-expired-refresh-non-eligible-no-refresh-cookie',
    });
  });
});

describe('the state', () => {
  it('carries what frameworks pass on', async () => {
    const options = { signInUrl: '/in', signUpUrl: '/up', afterSignInUrl: '/a', afterSignUpUrl: '/b', domain: 'x.test' };
    const state = await visit({ cookies: signedInCookies(), options });
    expect(state).toMatchObject({ ...options, isSignedIn: true, isAuthenticated: true, isSatellite: false, proxyUrl: '', tokenType: 'session_token', message: null });
    expect(state.token).toBe(state.isAuthenticated ? await state.toAuth().getToken() : null);
    expect([...state.headers]).toEqual([]);
  });

  it('explains in debug headers why nobody is signed in', async () => {
    const { headers, message } = await visit({ headers: DATA, cookies: { __session: expired, __client_uat: uat } });
    expect(headers.get('x-clerk-auth-status')).toBe('signed-out');
    expect(headers.get('x-clerk-auth-reason')).toBe('session-token-expired-refresh-non-eligible-no-refresh-cookie');
    expect(headers.get('x-clerk-auth-message')).toBe(message);
    expect(message).toMatch(/^JWT is expired\. .* \(reason=token-expired, token-carrier=cookie\)$/);
  });

  it('can be explained whatever a token contains', async () => {
    const state = await visit({ cookies: signedInCookies({ azp: 'https://ü\r\nevil' }), options: { authorizedParties: ['https://a.test'] } });
    expect(state.headers.get('x-clerk-auth-message')).toContain('https://?');
  });

  it('treats pending sessions as signed out unless told otherwise', async () => {
    const state = await visit({ cookies: signedInCookies({ sts: 'pending' }) });
    if (!state.isAuthenticated) throw new Error('Expected a session.');
    expect(state.toAuth()).toMatchObject({ isAuthenticated: false, userId: null, sessionStatus: 'pending' });
    expect(state.toAuth({ treatPendingAsSignedOut: false })).toMatchObject({ userId: 'user_1', sessionStatus: 'pending' });
  });

  it('hands out claims that nobody else shares', async () => {
    const cookies = signedInCookies();
    const state = await visit({ cookies });
    const claims = state.toAuth()?.sessionClaims;
    if (claims) claims.sub = 'user_evil';
    expect(state.toAuth()).toMatchObject({ userId: 'user_1' });
    expect((await visit({ cookies })).toAuth()).toMatchObject({ userId: 'user_1' });
  });
});
