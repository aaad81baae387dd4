import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';
import { signIn, someone } from '../testing/signed-in.ts';
import { timeTravel } from '../testing/travel.ts';

const travel = timeTravel();

describe('sessions of a client', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('the client shows its session with a fresh token', async () => {
    const browser = test.browser();
    const userId = await someone(test);
    const session = await signIn(test, browser, userId);
    const { status, body } = await browser.get('/v1/client');
    expect(status).toBe(200);
    expect(body.response).toMatchObject({ object: 'client', last_active_session_id: session.id, last_authentication_strategy: 'password' });
    expect(body.response.sessions).toHaveLength(1);
    expect(body.response.sessions[0]).toMatchObject({ id: session.id, status: 'active', user: { id: userId }, factor_verification_age: [0, -1] });
    expect(body.response.sessions[0].last_active_token.jwt).toMatch(/^eyJ/);
    expect(body.client).toMatchObject({ id: body.response.id, sessions: [{ id: session.id }] });
  });

  it('is read, touched, ended and removed', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    const path = `/v1/client/sessions/${id}`;
    expect((await browser.get(path)).body.response).toMatchObject({ id, status: 'active', public_user_data: { first_name: 'Ada' } });

    const touched = await browser.post(`${path}/touch`, { active_organization_id: '' });
    expect(touched.body.response).toMatchObject({ id, status: 'active', last_active_token: { object: 'token' } });
    expect(touched.body.client.last_active_session_id).toBe(id);

    const ended = await browser.post(`${path}/end`);
    expect(ended.body.response).toMatchObject({ id, status: 'ended', last_active_token: null });
    expect(ended.body.client).toMatchObject({ sessions: [], last_active_session_id: null });
    for (const verb of ['end', 'touch']) expect((await browser.post(`${path}/${verb}`)).body.errors[0].code).toBe('invalid_action_for_session');

    expect((await browser.post(`${path}/remove`)).body.response).toMatchObject({ id, status: 'removed' });
    for (const verb of ['end', 'touch', 'remove']) expect((await browser.post(`${path}/${verb}`)).status).toBe(404);
  });

  it.each(['2025-04-10', '2025-11-10'])('looks as documented in %s', async (apiVersion) => {
    const browser = test.browser({ apiVersion });
    const { id } = await signIn(test, browser, await someone(test));
    const answers = [
      await browser.get('/v1/client'),
      await browser.get(`/v1/client/sessions/${id}`),
      await browser.post(`/v1/client/sessions/${id}/touch`),
      await browser.post(`/v1/client/sessions/${id}/tokens`),
      await browser.get('/v1/me/sessions'),
      await browser.get('/v1/me/sessions/active'),
      await test.bapi('GET', `/v1/sessions/${id}`, { headers: { 'clerk-api-version': apiVersion } }),
      await test.bapi('GET', '/v1/clients', { headers: { 'clerk-api-version': apiVersion } }),
      await browser.delete('/v1/client/sessions'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it('knows no organizations yet', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    expect((await browser.post(`/v1/client/sessions/${id}/touch`, { active_organization_id: 'org_x' })).body.errors[0].code).toBe('organization_not_found_or_unauthorized');
  });

  it('changes the time of the client when someone signs in or out, and at no other moment', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    const changedAt = async () => (await browser.get('/v1/client')).body.response.updated_at;
    const signedIn = await changedAt();
    await travel(2 * MINUTE);
    await browser.post(`/v1/client/sessions/${id}/touch`);
    expect(await changedAt()).toBe(signedIn);
    const removed = await browser.post(`/v1/client/sessions/${id}/remove`);
    expect(removed.body.client.updated_at).toBeGreaterThan(signedIn);
  });

  it('keeps no more of a long name of a browser than browsers have', async () => {
    const browser = test.browser({ userAgent: `Opera ${'safari version '.repeat(800)}` });
    const { body } = await test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: await someone(test) } });
    const signedIn = await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: body.token });
    const { user_agent: kept } = await test.ctx.db.selectFrom('sessions').select('user_agent').where('instance_id', '=', test.instance.id).where('id', '=', signedIn.body.response.created_session_id).executeTakeFirstOrThrow();
    expect(kept).toHaveLength(512);
  });

  it('takes the place of the one before where a client may have one only', async () => {
    const browser = test.browser();
    const first = await signIn(test, browser, await someone(test));
    const second = await signIn(test, browser, await someone(test));
    const { body } = await browser.get('/v1/client');
    expect(body.response.sessions.map((session: { id: string }) => session.id)).toEqual([second.id]);
    expect((await test.bapi('GET', `/v1/sessions/${first.id}`)).body.status).toBe('replaced');
    expect((await browser.get(`/v1/client/sessions/${first.id}`)).status).toBe(404);
  });

  it('is not begun while someone is impersonated', async () => {
    const browser = test.browser();
    await signIn(test, browser, await someone(test), { actor: { sub: 'user_admin' } });
    expect((await browser.get('/v1/client')).body.response.sessions[0].actor).toEqual({ sub: 'user_admin' });
    await expect(signIn(test, browser, await someone(test))).rejects.toMatchObject({ code: 'session_creation_not_allowed', status: 409 });
  });

  it('expires at the end of its life', async () => {
    const browser = test.browser();
    const session = await signIn(test, browser, await someone(test));
    const live = (await browser.get('/v1/client')).body.response.sessions[0];
    expect(live.expire_at - session.created_at.getTime()).toBe(7 * DAY);
    await travel(7 * DAY);
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([]);
    expect((await browser.get(`/v1/client/sessions/${session.id}`)).body.response).toMatchObject({ status: 'expired', last_active_token: null });
    expect((await browser.get('/v1/me/sessions')).body.errors[0].code).toBe('signed_out');
    await travel(31 * DAY);
    expect((await test.bapi('GET', `/v1/sessions/${session.id}`)).body.status).toBe('abandoned');
  });

  it('can live shorter than the instance says', async () => {
    const session = await signIn(test, test.browser(), await someone(test), { maxDurationSeconds: 600 });
    expect(session.expire_at.getTime() - session.created_at.getTime()).toBe(10 * MINUTE);
  });
});

describe('sessions that time out', () => {
  it('live as long as they are used', async () => {
    const test = await createTestInstance({ settings: { session: { inactivity_timeout_in_minutes: 2 } } });
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    for (let i = 0; i < 5; i++) {
      await travel(50 * SECOND);
      expect((await browser.post(`/v1/client/sessions/${id}/tokens`)).status).toBe(200);
      // The note of the activity does not hold up the answer.
      await expect.poll(async () => (await test.bapi('GET', `/v1/sessions/${id}`)).body.last_active_at).toBeGreaterThan(test.ctx.platform.clock.now().getTime() - 20 * SECOND);
    }
    await travel(2 * MINUTE);
    expect((await browser.post(`/v1/client/sessions/${id}/tokens`)).status).toBe(401);
    expect((await test.bapi('GET', `/v1/sessions/${id}`)).body.status).toBe('expired');
  });
});

describe('sessions that end without activity only', () => {
  it('live on for years', async () => {
    const test = await createTestInstance({ settings: { session: { lifetime_in_minutes: 0, inactivity_timeout_in_minutes: 60 * 24 * 30 } } });
    const browser = test.browser();
    const { id, created_at: begun } = await signIn(test, browser, await someone(test));
    expect((await browser.get('/v1/client')).body.response.sessions[0].expire_at).toBe(begun.getTime() + 30 * DAY);
    await travel(29 * DAY);
    expect((await browser.post(`/v1/client/sessions/${id}/touch`)).body.response.status).toBe('active');
    await travel(29 * DAY);
    expect((await test.bapi('GET', `/v1/sessions/${id}`)).body.status).toBe('active');
    await travel(2 * DAY);
    expect((await test.bapi('GET', `/v1/sessions/${id}`)).body.status).toBe('expired');
  });
});

describe('several sessions on a client', () => {
  let test: TestInstance;
  let browser: Browser;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { session: { single_session_mode: false } } });
    browser = test.browser();
  });

  it('live side by side, and one of them is the active one', async () => {
    const [ada, bob] = [await someone(test), await someone(test)];
    const first = await signIn(test, browser, ada);
    const second = await signIn(test, browser, bob);
    const { body } = await browser.get('/v1/client');
    expect(body.response.sessions.map((session: { id: string }) => session.id)).toEqual([first.id, second.id]);
    expect(body.response.last_active_session_id).toBe(second.id);

    expect((await browser.post(`/v1/client/sessions/${first.id}/touch`)).body.client.last_active_session_id).toBe(first.id);
    // The active one is gone: the other steps in. One that was ended is still shown, for signing in again.
    const ended = await browser.post(`/v1/client/sessions/${first.id}/end`);
    expect(ended.body.client).toMatchObject({ last_active_session_id: second.id, sessions: [{ id: first.id, status: 'ended' }, { id: second.id, status: 'active' }] });
    const again = await signIn(test, browser, ada);
    expect((await browser.get('/v1/client')).body.response.sessions.map((session: { id: string }) => session.id)).toEqual([second.id, again.id]);
  });

  it('speak for the one that the request names', async () => {
    const other = test.browser();
    const [first, second] = [await signIn(test, other, await someone(test)), await signIn(test, other, await someone(test))];
    for (const { id, user_id: userId } of [first, second]) {
      other.sessionId = id;
      const { body } = await other.get('/v1/me/sessions/active');
      expect(body).toHaveLength(1);
      expect((await other.get('/v1/me/sessions')).body[0].user.id).toBe(userId);
    }
    other.sessionId = (await signIn(test, browser, await someone(test))).id;
    expect((await other.get('/v1/me/sessions')).body.errors[0].code).toBe('authentication_invalid');
  });
});

describe('sessions of a person', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('say where they were begun and used, where the places of addresses are known', async () => {
    const json = { email_address: [`${crypto.randomUUID()}@example.com`], password: 'violet lantern 7 river' };
    await test.bapi('POST', '/v1/users', { json });
    const activityFrom = async (ip?: string) => {
      const browser = test.browser(ip ? { ip } : {});
      await browser.post('/v1/client/sign_ins', { identifier: json.email_address[0], password: json.password });
      return (await browser.get('/v1/me/sessions/active')).body[0].latest_activity;
    };
    expect(await activityFrom('81.2.69.142')).toMatchObject({ ip_address: '81.2.69.142', city: 'London', country: 'United Kingdom' });
    expect(await activityFrom()).not.toHaveProperty('city');
  });

  it('are listed with their devices, and can be revoked from another one', async () => {
    const userId = await someone(test);
    const [here, there] = [test.browser(), test.browser()];
    const [mine, other] = [await signIn(test, here, userId), await signIn(test, there, userId)];
    const { body } = await here.get('/v1/me/sessions/active');
    expect(body.map((session: { id: string }) => session.id)).toEqual([other.id, mine.id]);
    expect(body[0].latest_activity).toMatchObject({ object: 'session_activity', browser_name: 'Chrome', browser_version: '142.0.0.0', device_type: 'Linux', is_mobile: false, ip_address: '127.0.0.1' });
    expect(body[0].last_active_token).toBeNull();

    expect((await here.post(`/v1/me/sessions/${mine.id}/revoke`)).body.errors[0].code).toBe('invalid_action_for_session');
    const revoked = await here.post(`/v1/me/sessions/${other.id}/revoke`);
    expect(revoked.body.response).toMatchObject({ id: other.id, status: 'revoked' });
    expect((await there.get('/v1/me/sessions')).status).toBe(401);
    expect((await here.get('/v1/me/sessions/active')).body).toHaveLength(1);
    expect((await here.get('/v1/me/sessions')).body.map((session: { status: string }) => session.status).sort()).toEqual(['active', 'revoked']);
  });

  it('are nobody else’s', async () => {
    const browser = test.browser();
    await signIn(test, browser, await someone(test));
    const strange = await signIn(test, test.browser(), await someone(test));
    expect((await browser.post(`/v1/me/sessions/${strange.id}/revoke`)).status).toBe(404);
    expect((await test.browser().get('/v1/me/sessions')).body.errors[0].code).toBe('signed_out');
  });

  it('end with the account and with the right to use it', async () => {
    const [banned, deleted] = [await someone(test), await someone(test)];
    const [first, second] = [test.browser(), test.browser()];
    const { id } = await signIn(test, first, banned);
    await signIn(test, second, deleted);
    await test.bapi('POST', `/v1/users/${banned}/ban`);
    await test.bapi('DELETE', `/v1/users/${deleted}`);
    expect((await test.bapi('GET', `/v1/sessions/${id}`)).body.status).toBe('revoked');
    for (const browser of [first, second]) expect((await browser.get('/v1/client')).body.response.sessions).toEqual([]);
  });
});

describe('sessions, for servers', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('are listed by user, client and status, newest first', async () => {
    const userId = await someone(test);
    const [a, b, c] = [await signIn(test, test.browser(), userId), await signIn(test, test.browser(), userId), await signIn(test, test.browser(), await someone(test))];
    await test.bapi('POST', `/v1/sessions/${a.id}/revoke`);
    const ids = async (query: Record<string, string>) => (await test.bapi('GET', '/v1/sessions', { query })).body.map(({ id }: { id: string }) => id);
    expect(await ids({})).toEqual([c.id, b.id, a.id]);
    expect(await ids({ user_id: userId })).toEqual([b.id, a.id]);
    expect(await ids({ client_id: c.client_id })).toEqual([c.id]);
    expect(await ids({ user_id: userId, status: 'revoked' })).toEqual([a.id]);
    expect(await ids({ user_id: userId, status: 'active' })).toEqual([b.id]);
    for (const status of ['ended', 'removed', 'replaced', 'expired', 'abandoned', 'pending']) expect(await ids({ status })).toEqual([]);
    const page = await test.bapi('GET', '/v1/sessions', { query: { paginated: 'true', limit: '1', offset: '1' } });
    expect(page.body).toMatchObject({ data: [{ id: b.id }], total_count: 3 });
    expect((await test.bapi('GET', '/v1/sessions', { query: { status: 'odd' } })).status).toBe(422);
    await travel(8 * DAY);
    expect(await ids({ status: 'expired' })).toEqual([c.id, b.id]);
    await travel(30 * DAY);
    expect(await ids({ status: 'abandoned' })).toEqual([c.id, b.id]);
  });

  it('are created for tests, in development', async () => {
    const userId = await someone(test);
    const { status, body } = await test.bapi('POST', '/v1/sessions', { json: { user_id: userId } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: 'session', user_id: userId, status: 'active' });
    expect((await test.bapi('POST', '/v1/sessions', { json: { user_id: 'user_nobody' } })).status).toBe(404);
  });

  it('are revoked once', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    expect((await test.bapi('POST', `/v1/sessions/${id}/revoke`)).body).toMatchObject({ id, status: 'revoked' });
    expect((await test.bapi('POST', `/v1/sessions/${id}/revoke`)).body.errors[0].code).toBe('invalid_action_for_session');
    expect((await browser.get('/v1/client')).body.response.sessions).toEqual([]);
  });

  it('prove a token', async () => {
    const browser = test.browser();
    const { id } = await signIn(test, browser, await someone(test));
    const token = (await browser.post(`/v1/client/sessions/${id}/tokens`)).body.jwt;
    expect((await test.bapi('POST', `/v1/sessions/${id}/verify`, { json: { token } })).body).toMatchObject({ id, status: 'active' });
    expect((await test.bapi('POST', `/v1/sessions/${id}/verify`, { json: { token: `${token}x` } })).body.errors[0].code).toBe('invalid_session_token');
  });
});

describe('a session of someone else', () => {
  it('is never found: not on another client, not in another instance, by no route', async () => {
    const [one, other] = [await createTestInstance(), await createTestInstance()];
    const victims = [
      (await signIn(one, one.browser(), await someone(one))).id,
      (await signIn(other, other.browser(), await someone(other))).id,
    ];
    const attacker = one.browser();
    await signIn(one, attacker, await someone(one));
    const frontend = ['', '/touch', '/end', '/remove', '/tokens', '/tokens/x'];
    const backend = ['', '/revoke', '/tokens', '/tokens/x'];

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...victims), fc.constantFrom(...frontend, '/revoke'), async (id, verb) => {
        const path = verb === '/revoke' ? `/v1/me/sessions/${id}/revoke` : `/v1/client/sessions/${id}${verb}`;
        const answer = verb === '' ? await attacker.get(path) : await attacker.post(path);
        expect([verb, answer.status, answer.body.errors[0].code]).toEqual([verb, 404, 'resource_not_found']);
      }),
      { numRuns: 30 },
    );
    for (const verb of backend) {
      const answer = await one.bapi(verb === '' ? 'GET' : 'POST', `/v1/sessions/${victims[1]}${verb}`, verb === '' ? {} : { json: {} });
      expect([verb, answer.status]).toEqual([verb, 404]);
    }
    expect((await one.bapi('GET', '/v1/sessions', { query: { user_id: 'user_x' } })).body).toEqual([]);
    for (const id of victims) {
      const home = id === victims[0] ? one : other;
      expect((await home.bapi('GET', `/v1/sessions/${id}`)).body.status).toBe('active');
    }
  });
});
