import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import { timeTravel } from '../testing/travel.ts';
import { cookiesOf, createProductionInstance, valueOf, type ProductionInstance } from '../testing/production.ts';
import { suffixed } from './cookie-names.ts';

const PASSWORD = 'correct horse battery';

/** A user with a password, made by a server. */
async function someoneWithPassword(test: ProductionInstance): Promise<string> {
  const address = `p${Math.random().toString(36).slice(2)}@example.com`;
  const { body } = await test.bapi('POST', '/v1/users', { json: { email_address: [address], password: PASSWORD } });
  expect(body.errors).toBeUndefined();
  return address;
}

describe('production browsers', () => {
  const travel = timeTravel();
  let test: ProductionInstance;
  let origin: string;
  beforeAll(async () => {
    test = await createProductionInstance();
    origin = `https://www.${test.domain}`;
  });

  function signIn(identifier: string, cookie = '') {
    return test.send('POST', '/v1/client/sign_ins', { form: { identifier, password: PASSWORD }, headers: { origin, cookie } });
  }

  it('get the client as a cookie that only we see, and the time of its change as one for the application', async () => {
    const answer = await signIn(await someoneWithPassword(test));
    expect(answer.status).toBe(200);
    const cookies = cookiesOf(answer);
    expect(cookies.get('__client')).toMatch(/^__client=[\w-]{43}; Path=\/; Max-Age=31536000; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/);
    for (const name of ['__client_uat', suffixed('__client_uat', test.instance)]) {
      expect(cookies.get(name)).toMatch(new RegExp(`^${name}=\\d{10}; Path=/; Domain=${test.domain}; Max-Age=31536000; Expires=[^;]+; Secure; SameSite=Lax$`));
      expect(valueOf(cookies.get(name))).toBe(String(Math.floor(answer.body.client.updated_at / 1000)));
    }
    expect(answer.body.client.cookie_expires_at).toBeGreaterThan(Date.now());
    const claims = JSON.parse(Buffer.from(answer.body.client.sessions[0].last_active_token.jwt.split('.')[1], 'base64url').toString());
    expect(claims.iat).toBeGreaterThanOrEqual(Number(valueOf(cookies.get('__client_uat'))));
  });

  it('get a new token at sign-in; the one before sees nothing of it, and is soon worth nothing', async () => {
    const planted = `__client=${valueOf(cookiesOf(await test.send('POST', '/v1/client', { form: {}, headers: { origin } })).get('__client'))}`;
    const answer = await signIn(await someoneWithPassword(test), planted);
    const session = answer.body.client.sessions[0].id;
    const renewed = `__client=${valueOf(cookiesOf(answer).get('__client'))}`;
    expect(renewed).not.toBe(planted);

    const read = (cookie: string) => test.send('GET', '/v1/client', { headers: { origin, cookie } });
    const token = (cookie: string) => test.send('POST', `/v1/client/sessions/${session}/tokens`, { form: {}, headers: { origin, cookie } });
    expect((await read(renewed)).body.response.sessions).toHaveLength(1);
    expect((await token(renewed)).status).toBe(200);
    expect((await read(planted)).body.response).toMatchObject({ id: answer.body.client.id, sessions: [] });
    expect((await token(planted)).status).toBe(404);

    await travel(11 * SECOND);
    expect((await read(planted)).body.response).toBeNull();
    expect((await token(planted)).body.errors[0].code).toBe('signed_out');
    expect((await token(renewed)).status).toBe(200);
  });

  it('keep what was signed in before while the old token is still honoured', async () => {
    const multi = await createProductionInstance({ settings: { session: { single_session_mode: false } } });
    const from = { origin: `https://${multi.domain}` };
    const enter = async (cookie: string) => {
      const identifier = await someoneWithPassword(multi);
      return multi.send('POST', '/v1/client/sign_ins', { form: { identifier, password: PASSWORD }, headers: { ...from, cookie } });
    };
    const first = await enter('');
    const old = `__client=${valueOf(cookiesOf(first).get('__client'))}`;
    await travel(SECOND);
    await enter(old);
    const seen = await multi.send('GET', '/v1/client', { headers: { ...from, cookie: old } });
    expect(seen.body.response.sessions).toHaveLength(1);
    const id = first.body.client.sessions[0].id;
    expect((await multi.send('POST', `/v1/client/sessions/${id}/tokens`, { form: {}, headers: { ...from, cookie: old } })).status).toBe(200);
  });

  it('keep their new client although the first step fails', async () => {
    const answer = await signIn(await someoneWithPassword(test), '');
    const wrong = await test.send('POST', '/v1/client/sign_ins', { form: { identifier: await someoneWithPassword(test), password: 'wrong wrong wrong' }, headers: { origin } });
    expect(answer.status).toBe(200);
    expect(wrong.status).toBe(422);
    expect(cookiesOf(wrong).has('__client')).toBe(true);
  });

  it('lose cookie and time with the client', async () => {
    const signedIn = await signIn(await someoneWithPassword(test));
    const cookie = `__client=${valueOf(cookiesOf(signedIn).get('__client'))}`;
    const cookies = cookiesOf(await test.send('POST', '/v1/client', { query: { _method: 'DELETE' }, form: {}, headers: { origin, cookie } }));
    expect(cookies.get('__client')).toMatch(/^__client=; .*Max-Age=0;/);
    expect(valueOf(cookies.get('__client_uat'))).toBe('0');
    expect((await test.send('GET', '/v1/client', { headers: { origin, cookie } })).body.response).toBeNull();
  });

  it('are told when they delete their account', async () => {
    const cookie = `__client=${valueOf(cookiesOf(await signIn(await someoneWithPassword(test))).get('__client'))}`;
    const deleted = await test.send('POST', '/v1/me', { query: { _method: 'DELETE' }, form: {}, headers: { origin, cookie } });
    expect([deleted.status, deleted.body.client.sessions]).toEqual([200, []]);
    for (const name of ['__client_uat', suffixed('__client_uat', test.instance)]) expect(valueOf(cookiesOf(deleted).get(name))).toBe('0');
  });

  it('are told when a session ended without them', async () => {
    const signedIn = await signIn(await someoneWithPassword(test));
    const cookies = cookiesOf(signedIn);
    const cookie = `__client=${valueOf(cookies.get('__client'))}; __client_uat=${valueOf(cookies.get('__client_uat'))}`;
    expect(cookiesOf(await test.send('GET', '/v1/client', { headers: { origin, cookie } })).size).toBe(0);
    await test.bapi('POST', `/v1/sessions/${signedIn.body.client.sessions[0].id}/revoke`);
    expect(valueOf(cookiesOf(await test.send('GET', '/v1/client', { headers: { origin, cookie } })).get('__client_uat'))).toBe('0');
  });

  it('renew their cookie on the way through', async () => {
    const signedIn = await signIn(await someoneWithPassword(test));
    const cookie = `__client=${valueOf(cookiesOf(signedIn).get('__client'))}`;
    await travel(MINUTE);
    const answer = await test.send('GET', '/v1/client/touch', { query: { redirect_url: `https://${test.domain}/back?a=1` }, headers: { cookie } });
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toBe(`https://${test.domain}/back?a=1`);
    expect(cookiesOf(answer).get('__client')?.startsWith(cookie)).toBe(true);
    const { body } = await test.send('GET', '/v1/client', { headers: { origin, cookie } });
    expect(body.response.cookie_expires_at).toBeGreaterThan(signedIn.body.client.cookie_expires_at);
  });

  it('have no development browser', async () => {
    const answer = await test.send('POST', '/v1/dev_browser', { headers: { origin } });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].code).toBe('request_invalid_for_environment');
  });

  it('find the client of their cookie through a server, too', async () => {
    const token = valueOf(cookiesOf(await signIn(await someoneWithPassword(test))).get('__client'));
    expect((await test.bapi('POST', '/v1/clients/verify', { json: { token } })).body).toMatchObject({ object: 'client', sessions: [{ status: 'active' }] });
  });
});

describe('origins', () => {
  let test: ProductionInstance;
  beforeAll(async () => {
    test = await createProductionInstance({ settings: { allowed_origins: ['https://partner.example.net', 'chrome-extension://abcdef'], paths: { home_url: 'https://home.example.org/start' } } });
  });

  const read = (origin: string) => test.send('GET', '/v1/environment', { headers: { origin } });

  it('of the instance may ask', async () => {
    const own = [`https://${test.domain}`, `https://a.b.${test.domain}`, `https://clerk.${test.domain}`];
    for (const origin of [...own, 'https://partner.example.net', 'chrome-extension://abcdef', 'https://home.example.org']) {
      expect([origin, (await read(origin)).status]).toEqual([origin, 200]);
    }
  });

  it('of others may not', async () => {
    const foreign = [`http://${test.domain}`, `https://${test.domain}.evil.com`, `https://evil-${test.domain}`, 'https://evil.com', 'null', 'https://partner.example.net:8443', 'chrome-extension://other', 'nonsense'];
    for (const origin of foreign) {
      const { status, body } = await read(origin);
      expect([origin, status, body.errors?.[0].code]).toEqual([origin, 400, 'origin_invalid']);
    }
  });

  it('must be named when something changes', async () => {
    expect((await test.send('POST', '/v1/client', { form: {} })).body.errors[0].code).toBe('origin_missing');
    expect((await test.send('GET', '/v1/client')).status).toBe(200);
    expect((await test.send('GET', '/v1/client', { headers: { origin: 'https://a.com, https://b.com' } })).body.errors[0].code).toBe('multiple_origin_header_values_forbidden');
  });

  it('make the cookie cross-site where the instance allows another site', async () => {
    const answer = await test.send('POST', '/v1/client', { form: {}, headers: { origin: 'https://partner.example.net' } });
    expect(cookiesOf(answer).get('__client')).toMatch(/; HttpOnly; Secure; SameSite=None$/);
  });
});

describe('native apps', () => {
  let test: ProductionInstance;
  beforeAll(async () => {
    test = await createProductionInstance();
  });

  const native = { _is_native: '1' };

  it('carry the client in Authorization; cookies do not exist for them', async () => {
    const identifier = await someoneWithPassword(test);
    const created = await test.send('POST', '/v1/client/sign_ins', { query: native, form: { identifier }, headers: { authorization: '' } });
    expect(created.status).toBe(200);
    expect(created.headers['set-cookie']).toBeUndefined();
    const first = String(created.headers['authorization']);
    const attempt = `/v1/client/sign_ins/${created.body.response.id}/attempt_first_factor`;
    const done = await test.send('POST', attempt, { query: native, form: { strategy: 'password', password: PASSWORD }, headers: { authorization: first } });
    expect(done.body.response.status).toBe('complete');
    const second = String(done.headers['authorization']);
    expect(second).not.toBe(first);

    for (const authorization of [second, `Bearer ${second}`]) {
      const { body } = await test.send('GET', '/v1/client', { query: native, headers: { authorization } });
      expect(body.response).toMatchObject({ sessions: [{ status: 'active' }], cookie_expires_at: null });
    }
    const tokens = `/v1/client/sessions/${done.body.client.last_active_session_id}/tokens`;
    expect((await test.send('POST', tokens, { query: native, form: {}, headers: { authorization: second } })).body.jwt).toMatch(/^eyJ/);
    expect((await test.send('POST', tokens, { query: native, form: {}, headers: { cookie: `__client=${second}` } })).status).toBe(401);
  });

  it('are no browsers', async () => {
    const headers = { authorization: 'token', origin: `https://${test.domain}` };
    for (const query of [native, {}]) {
      const answer = await test.send('GET', '/v1/client', { query, headers });
      expect(answer.body.errors[0].code).toBe('origin_authorization_headers_conflict');
    }
  });

  it('are refused where the instance does not want them', async () => {
    const closed = await createProductionInstance({ settings: { native_api_enabled: false } });
    expect((await closed.send('GET', '/v1/client', { query: native })).body.errors[0].code).toBe('native_api_disabled');
  });
});
