import { createLocalJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { suffixed } from '../authority/cookie-names.ts';
import { cookiesOf, createProductionInstance, valueOf, type ProductionInstance } from '../testing/production.ts';
import { signIn, someone } from '../testing/signed-in.ts';
import { timeTravel } from '../testing/travel.ts';

const travel = timeTravel();
const PASSWORD = 'correct horse battery';

/** The cookies in a list of directives, by name. */
function byName(directives: readonly string[]): Map<string, string> {
  return new Map(directives.map((directive) => [directive.slice(0, directive.indexOf('=')), directive]));
}

function location(answer: Answer): URL {
  return new URL(String(answer.headers['location']));
}

async function signedDirectives(test: TestInstance, payload: string): Promise<Map<string, string>> {
  const { body } = await test.bapi('GET', '/v1/jwks');
  const verified = await jwtVerify<{ handshake: string[] }>(payload, createLocalJWKSet(body));
  return byName(verified.payload.handshake);
}

describe('handshake in development', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('sends the browser back with a signed list of cookies', async () => {
    const browser = test.browser();
    const session = await signIn(test, browser, await someone(test));
    const answer = await browser.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/page?a=1', suffixed_cookies: 'false', __clerk_hs_reason: 'dev-browser-sync' });
    expect(answer.status).toBe(307);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    const back = location(answer);
    expect(`${back.origin}${back.pathname}`).toBe('http://localhost:3000/page');
    expect([...back.searchParams.keys()]).toEqual(['a', '__clerk_handshake']);

    const cookies = await signedDirectives(test, back.searchParams.get('__clerk_handshake') ?? '');
    // The page's script brings suffixed cookies; servers then look for the development browser among those.
    expect(valueOf(cookies.get(suffixed('__clerk_db_jwt', test.instance)))).toBe(browser.devBrowser);
    expect([...cookies.keys()]).toEqual(['__clerk_db_jwt', suffixed('__clerk_db_jwt', test.instance), '__client_uat', '__session', '__clerk_handshake', '__clerk_handshake_nonce']);
    expect(valueOf(cookies.get('__clerk_db_jwt'))).toBe(browser.devBrowser);
    expect(cookies.get('__session')).toMatch(/; Path=\/; Max-Age=31536000; Expires=[^;]+; SameSite=Lax$/);
    expect(cookies.get('__clerk_handshake')).toMatch(/^__clerk_handshake=; .*Max-Age=0/);
    const claims = JSON.parse(Buffer.from(valueOf(cookies.get('__session')).split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sid: session.id, azp: 'http://localhost:3000' });
    expect(claims.iat).toBeGreaterThanOrEqual(Number(valueOf(cookies.get('__client_uat'))));
  });

  it('uses both names where the server reads the suffixed ones', async () => {
    const browser = test.browser();
    await signIn(test, browser, await someone(test));
    const answer = await browser.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/', suffixed_cookies: 'true' });
    const cookies = await signedDirectives(test, location(answer).searchParams.get('__clerk_handshake') ?? '');
    for (const name of ['__session', '__client_uat', '__clerk_db_jwt']) {
      expect(valueOf(cookies.get(suffixed(name, test.instance)))).toBe(valueOf(cookies.get(name)));
    }
  });

  it('signs the application out when nobody is signed in, and gives a browser to whoever has none', async () => {
    const visitor = test.browser();
    visitor.devBrowser = '';
    for (const unknown of ['', 'dvb_unknown']) {
      visitor.devBrowser = unknown;
      const answer = await visitor.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/' });
      const cookies = await signedDirectives(test, location(answer).searchParams.get('__clerk_handshake') ?? '');
      expect(cookies.get('__session')).toMatch(/^__session=; .*Max-Age=0/);
      expect(valueOf(cookies.get('__client_uat'))).toBe('0');
      visitor.devBrowser = valueOf(cookies.get('__clerk_db_jwt'));
      expect((await visitor.get('/v1/client')).status).toBe(200);
    }
  });

  it('keeps the cookies for the server to fetch, once and soon', async () => {
    const browser = test.browser();
    await signIn(test, browser, await someone(test));
    const shake = async () => {
      const answer = await browser.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/', format: 'nonce' });
      expect([...location(answer).searchParams.keys()]).toEqual(['__clerk_handshake_nonce']);
      return location(answer).searchParams.get('__clerk_handshake_nonce') ?? '';
    };
    const fetch = (nonce: string) => test.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce } });
    const nonce = await shake();
    const { body } = await fetch(nonce);
    expect(valueOf(byName(body.directives).get('__session'))).toMatch(/^eyJ/);
    expect((await fetch(nonce)).status).toBe(404);

    const late = await shake();
    await travel(MINUTE);
    expect((await fetch(late)).status).toBe(404);

    const other = await createTestInstance();
    const mine = await shake();
    expect((await other.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce: mine } })).status).toBe(404);
    expect((await fetch(mine)).status).toBe(200);
  });

  it('refuses places that nobody should be sent to', async () => {
    const browser = test.browser();
    const code = async (query: Record<string, string>) => (await browser.get('/v1/client/handshake', query)).body.errors[0].code;
    expect(await code({})).toBe('form_param_missing');
    expect(await code({ redirect_url: '/relative' })).toBe('invalid_redirect_url');
    expect(await code({ redirect_url: 'javascript:alert(1)' })).toBe('prohibited_redirect_url');
    expect(await code({ redirect_url: 'https://user:secret@example.com' })).toBe('invalid_redirect_url');
    expect(await code({ redirect_url: `https://example.com/${'a'.repeat(9000)}` })).toBe('redirect_url_too_long');
  });

  it('needs no sync: browsers take their client along in the address', async () => {
    const browser = test.browser();
    for (const path of ['/v1/client/sync', '/v1/client/link']) {
      const { status, body } = await browser.get(path);
      expect([status, body.errors[0].code]).toEqual([400, 'request_invalid_for_environment']);
    }
  });
});

describe('handshake and refresh in production', () => {
  let test: ProductionInstance;
  let cookie: string;
  let sessionId: string;
  let page: string;
  beforeAll(async () => {
    test = await createProductionInstance();
    page = `https://www.${test.domain}`;
    const address = 'ada@example.com';
    await test.bapi('POST', '/v1/users', { json: { email_address: [address], password: PASSWORD } });
    const signedIn = await test.send('POST', '/v1/client/sign_ins', { form: { identifier: address, password: PASSWORD }, headers: { origin: page } });
    cookie = `__client=${valueOf(cookiesOf(signedIn).get('__client'))}`;
    sessionId = signedIn.body.client.last_active_session_id;
  });

  const shake = (query: Record<string, string> = {}, headers = { cookie }) =>
    test.send('GET', '/v1/client/handshake', { query: { redirect_url: `${page}/a`, suffixed_cookies: 'true', ...query }, headers });

  it('takes the cookies along in one on the shared domain', async () => {
    const answer = await shake({ suffixed_cookies: 'false' });
    expect(location(answer).href).toBe(`${page}/a`);
    const carrier = cookiesOf(answer).get('__clerk_handshake');
    expect(carrier).toMatch(new RegExp(`; Path=/; Domain=${test.domain}; Max-Age=60; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$`));
    expect(carrier?.length).toBeLessThan(4096);
    const cookies = await signedDirectives(test, valueOf(carrier));
    expect(cookies.get('__client_uat')).toContain(`Domain=${test.domain}`);
    expect(cookies.get('__session')).not.toContain('Domain=');
    expect(cookies.get('__session')).toContain('; Secure');
    expect(cookies.has('__clerk_db_jwt')).toBe(false);
    expect(cookies.get(suffixed('__refresh', test.instance))).toMatch(/; Max-Age=60\d{4}; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('by nonce in the same way', async () => {
    const nonce = valueOf(cookiesOf(await shake({ format: 'nonce' })).get('__clerk_handshake_nonce'));
    const { body } = await test.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce } });
    expect(byName(body.directives).has(suffixed('__session', test.instance))).toBe(true);
  });

  it('goes back to the instance’s own pages only', async () => {
    for (const url of ['https://evil.com', `https://${test.domain}.evil.com`, `http://www.${test.domain}`]) {
      expect((await shake({ redirect_url: url })).body.errors[0].code).toBe('redirect_url_domain_mismatch');
    }
  });

  it('refreshes an expired token where the refresh token is the session’s', async () => {
    const nonce = valueOf(cookiesOf(await shake({ format: 'nonce' })).get('__clerk_handshake_nonce'));
    const directives = byName((await test.bapi('GET', '/v1/clients/handshake_payload', { query: { nonce } })).body.directives);
    const json = {
      expired_token: valueOf(directives.get('__session')),
      refresh_token: valueOf(directives.get(suffixed('__refresh', test.instance))),
      request_origin: page,
      request_headers: { 'user-agent': ['x'] },
    };
    const refresh = (change: object, id = sessionId) => test.bapi('POST', `/v1/sessions/${id}/refresh`, { query: { suffixed_cookies: 'true' }, json: { ...json, ...change } });
    const code = async (change: object, id?: string) => {
      const { status, body } = await refresh(change, id);
      return [status, body.errors[0].code];
    };
    await travel(2 * MINUTE);

    const cookies = await refresh({ format: 'cookie' });
    expect(cookies.body).toMatchObject({ object: 'cookies' });
    expect([...byName(cookies.body.cookies).keys()]).toEqual(['__session', suffixed('__session', test.instance)]);
    const token = await refresh({});
    expect(token.body).toMatchObject({ object: 'token', jwt: expect.stringMatching(/^eyJ/) });
    expect(token.body.jwt).not.toBe(json.expired_token);
    expect((await test.bapi('GET', `/v1/sessions/${sessionId}`)).body.last_active_at).toBeGreaterThan(Date.now() + MINUTE);

    expect(await code({ expired_token: 'nonsense' })).toEqual([401, 'expired_session_token_invalid']);
    expect(await code({ refresh_token: 'wrong' })).toEqual([401, 'refresh_token_not_found']);
    expect(await code({}, 'sess_other')).toEqual([401, 'refresh_sid_mismatch']);
    expect(await code({ request_origin: 'nonsense' })).toEqual([401, 'refresh_request_origin_invalid']);
    expect(await code({ request_origin: `https://other.${test.domain}` })).toEqual([401, 'refresh_request_origin_azp_mismatch']);
    const { body: withoutOrigin } = await test.bapi('POST', `/v1/sessions/${sessionId}/tokens`);
    expect(await code({ expired_token: withoutOrigin.jwt })).toEqual([401, 'expired_session_token_missing_azp']);
    await travel(DAY);
    expect(await code({})).toEqual([401, 'session_refresh_expired_session_token_too_old']);
    await travel(-DAY);
    await test.bapi('POST', `/v1/sessions/${sessionId}/revoke`);
    expect(await code({})).toEqual([401, 'refresh_token_not_found']);
  });

  it('signs out completely', async () => {
    const cookies = await signedDirectives(test, valueOf(cookiesOf(await shake({}, { cookie: '' })).get('__clerk_handshake')));
    for (const name of ['__session', suffixed('__session', test.instance), suffixed('__refresh', test.instance)]) expect(cookies.get(name)).toMatch(/=; .*Max-Age=0/);
    expect(valueOf(cookies.get('__client_uat'))).toBe('0');
  });
});
