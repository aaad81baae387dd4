import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import type { MessageWanted } from '../../people/verifications/events.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';
import { createProductionInstance } from '../testing/production.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

/** The newest message to an address, when it is about a new device. */
async function notice(test: TestInstance, email: string): Promise<MessageWanted | undefined> {
  const message = (await testApp()).messages.get(`${test.instance.id}:${email}`);
  return message?.template === 'new_device_sign_in' ? message : undefined;
}

/** Follows the link of a notice, without any browser that we know. */
function open(test: TestInstance, message: MessageWanted | undefined): ReturnType<Browser['get']> {
  return test.browser().get('/v1/unauthorized_sign_in', { token: new URL(message?.variables['link'] ?? '').searchParams.get('token') ?? '' });
}

describe('a sign-in on a new device', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { display: { support_email: 'help@example.com' }, session: { single_session_mode: false } } });
  });

  /** Somebody whose first device is known, signed in on another one. */
  async function signedInElsewhere() {
    const { browser: own, email, userId } = await signedIn(test);
    const stranger = test.browser({ userAgent: PHONE });
    await stranger.post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    return { own, stranger, email, userId, message: await notice(test, email) };
  }

  it('is told to the account’s owner, the first device of all is not', async () => {
    const first = await signedIn(test);
    expect(await notice(test, first.email)).toBeUndefined();
    const { message, email, userId } = await signedInElsewhere();
    expect(message).toMatchObject({
      channel: 'email',
      to: email,
      userId,
      variables: { device: expect.stringMatching(/^Safari 18 on iOS.*\(mobile\)$/), ip_address: '127.0.0.1', location: 'unknown', method: 'password', support_email: 'help@example.com' },
    });
  });

  it('is told once: a device that has been used is known', async () => {
    const { stranger, email, message } = await signedInElsewhere();
    expect(message).toBeDefined();
    await stranger.delete('/v1/client/sessions');
    (await testApp()).messages.clear();
    await stranger.post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    expect(await notice(test, email)).toBeUndefined();
  });

  it('is no news when somebody acts as the person', async () => {
    const { email, userId } = await signedIn(test);
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    await test.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    expect(await notice(test, email)).toBeUndefined();
  });

  it('is ended by the link of the message, and that session only', async () => {
    const { own, stranger, message } = await signedInElsewhere();
    expect((await stranger.get('/v1/me')).status).toBe(200);
    const opened = await open(test, message);
    expect([opened.status, opened.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(opened.text).toContain('That device is signed out');
    expect(opened.text).toContain('help@example.com');
    expect((await stranger.get('/v1/me')).status).toBe(401);
    expect((await own.get('/v1/me')).status).toBe(200);
  });

  it('stays ended: the link does nothing more, also when the device is used again', async () => {
    const { stranger, email, message } = await signedInElsewhere();
    await Promise.all([open(test, message), open(test, message), open(test, message)]);
    await stranger.post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    expect((await open(test, message)).status).toBe(200);
    expect((await stranger.get('/v1/me')).status).toBe(200);
  });

  it('is not ended by links that are old, changed, or of another instance', async () => {
    const { stranger, message } = await signedInElsewhere();
    const other = await createTestInstance();
    expect((await open(other, message)).status).toBe(400);
    const token = new URL(message?.variables['link'] ?? '').searchParams.get('token') ?? '';
    const [session = '', expiry = '', signature = ''] = token.split('.');
    for (const forged of [`${session}.${Number(expiry) + 1}.${signature}`, `sess_other.${expiry}.${signature}`, `${session}.${expiry}.`, `${token}.x`, 'x']) {
      expect((await test.browser().get('/v1/unauthorized_sign_in', { token: forged })).status, forged).toBe(400);
    }
    await advance(DAY * 7);
    expect((await open(test, message)).status).toBe(410);
    await advance(-DAY * 7);
    expect((await stranger.get('/v1/me')).status).toBe(200);
  });
});

describe('the link about a new device', () => {
  it('leads to the page that the application has for it', async () => {
    const url = 'https://app.example.com/was-not-me';
    const test = await createTestInstance({ settings: { paths: { unauthorized_sign_in_url: url } } });
    const { email } = await signedIn(test);
    await test.browser().post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    const opened = await open(test, await notice(test, email));
    expect([opened.status, opened.headers['location']]).toEqual([303, url]);
  });

  it('leads to the instance’s own host, and is left alone by programs that only look', async () => {
    const test = await createProductionInstance();
    const email = `${randomUUID()}@example.com`;
    await test.bapi('POST', '/v1/users', { json: { email_address: [email], password: PASSWORD } });
    const signIn = () =>
      test.send('POST', '/v1/client/sign_ins', { form: { identifier: email, password: PASSWORD }, headers: { origin: `https://www.${test.domain}` } });
    expect((await signIn()).body.response.status).toBe('complete');
    await signIn();
    const link = new URL((await notice(test, email))?.variables['link'] ?? '');
    expect(link.origin).toBe(`https://clerk.${test.domain}`);
    const app = await testApp();
    const head = await app.http.inject({ method: 'HEAD', url: link.pathname + link.search, headers: { host: link.host, 'x-forwarded-proto': 'https' } });
    expect(head.statusCode).toBe(200);
    const live = async () => (await test.bapi('GET', '/v1/sessions', { query: { status: 'active' } })).body.length;
    expect(await live()).toBe(2);
    expect((await test.send('GET', link.pathname, { query: Object.fromEntries(link.searchParams) })).status).toBe(200);
    expect(await live()).toBe(1);
  });
});

describe('the way in that a client remembers', () => {
  it('is the last that its person chose: no ticket, and nobody else’s', async () => {
    const test = await createTestInstance();
    const { browser, email, userId } = await signedIn(test);
    const remembered = async () => (await browser.get('/v1/client')).body.response.last_authentication_strategy;
    expect(await remembered()).toBeNull();
    await browser.delete('/v1/client/sessions');
    await browser.post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    expect(await remembered()).toBe('password');
    await browser.delete('/v1/client/sessions');
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    expect(await remembered()).toBe('password');
  });
});
