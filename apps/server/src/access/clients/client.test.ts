import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';

describe('the client of a development browser', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { session: { single_session_mode: false } } });
  });

  it('is none before anything happens', async () => {
    const { status, body } = await test.browser().get('/v1/client');
    expect({ status, body }).toEqual({ status: 200, body: { response: null, client: null } });
  });

  it('is made on request, and then stays the same', async () => {
    const browser = test.browser();
    const made = await browser.put('/v1/client');
    expect(made.body.response).toMatchObject({ object: 'client', sessions: [], sign_in: null, sign_up: null, last_active_session_id: null, cookie_expires_at: null });
    expect((await browser.post('/v1/client')).body.response.id).toBe(made.body.response.id);
    expect((await browser.get('/v1/client')).body.response.id).toBe(made.body.response.id);
    expect(made.headers['set-cookie']).toBeUndefined();
  });

  it('is one, even if two tabs ask for it at the same moment', async () => {
    const browser = test.browser();
    await browser.get('/v1/client');
    const answers = await Promise.all([browser.put('/v1/client'), browser.put('/v1/client'), browser.put('/v1/client')]);
    expect(new Set(answers.map(({ body }) => body.response.id)).size).toBe(1);
  });

  it('is not found by a development browser that nobody knows', async () => {
    const browser = test.browser();
    browser.devBrowser = 'dvb_nobody';
    for (const answer of [await browser.get('/v1/client'), await browser.put('/v1/client'), await browser.delete('/v1/client/sessions')]) {
      expect(answer.status).toBe(401);
      expect(answer.body.errors[0].code).toBe('dev_browser_unauthenticated');
    }
  });

  it('is not found by that of another instance', async () => {
    const browser = test.browser();
    await browser.put('/v1/client');
    const stranger = (await createTestInstance()).browser();
    stranger.devBrowser = browser.devBrowser;
    expect((await stranger.get('/v1/client')).body.errors[0].code).toBe('dev_browser_unauthenticated');
  });

  it('signs out of all sessions and goes on', async () => {
    const browser = test.browser();
    await signIn(test, browser, await someone(test));
    await signIn(test, browser, await someone(test));
    const before = (await browser.get('/v1/client')).body.response;
    expect(before.sessions).toHaveLength(2);
    const { status, body } = await browser.delete('/v1/client/sessions');
    expect(status).toBe(200);
    expect(body.response).toMatchObject({ id: before.id, sessions: [], last_active_session_id: null });
    expect(body.client.sessions).toEqual([]);
    expect((await test.bapi('GET', `/v1/sessions/${before.sessions[0].id}`)).body.status).toBe('removed');
  });

  it('ends with everything in it', async () => {
    const browser = test.browser();
    const session = await signIn(test, browser, await someone(test));
    const { body } = await browser.delete('/v1/client');
    expect(body).toMatchObject({ response: { id: session.client_id, sessions: [] }, client: null });
    expect((await browser.get('/v1/client')).body).toEqual({ response: null, client: null });
    expect((await browser.post(`/v1/client/sessions/${session.id}/tokens`)).body.errors[0].code).toBe('signed_out');
    expect((await browser.put('/v1/client')).body.response.id).not.toBe(session.client_id);
  });

  it('names the client that is missing where one is needed', async () => {
    const answer = await test.browser().delete('/v1/client/sessions');
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].code).toBe('client_not_found');
  });
});

describe('clients, for servers', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('are listed newest first, page by page', async () => {
    const first = (await test.browser().put('/v1/client')).body.response.id;
    const second = (await test.browser().put('/v1/client')).body.response.id;
    const list = await test.bapi('GET', '/v1/clients');
    expect(list.body.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    const page = await test.bapi('GET', '/v1/clients', { query: { paginated: 'true', limit: '1', offset: '1' } });
    expect(page.body).toMatchObject({ data: [{ id: first, object: 'client' }], total_count: 2 });
  });

  it('show their sessions', async () => {
    const browser = test.browser();
    const session = await signIn(test, browser, await someone(test));
    const { body } = await test.bapi('GET', `/v1/clients/${session.client_id}`);
    expect(body).toMatchObject({ id: session.client_id, session_ids: [session.id], sessions: [{ id: session.id, status: 'active' }], last_active_session_id: session.id });
    await browser.post(`/v1/client/sessions/${session.id}/end`);
    expect((await test.bapi('GET', `/v1/clients/${session.client_id}`)).body).toMatchObject({ sessions: [{ id: session.id, status: 'ended' }], last_active_session_id: null });
  });

  it('are not found in another instance', async () => {
    const other = await createTestInstance();
    const { body } = await other.browser().put('/v1/client');
    const answer = await test.bapi('GET', `/v1/clients/${body.response.id}`);
    expect(answer.status).toBe(404);
    expect((await test.bapi('POST', '/v1/clients/verify', { json: { token: 'nothing' } })).body.errors[0].code).toBe('cookie_invalid');
  });
});
