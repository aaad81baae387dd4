import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createUser } from '../../people/users/service.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { createProductionInstance, valueOf, cookiesOf } from '../testing/production.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const BACK = 'http://localhost:3000/verify?from=mail';
const linksOnly = (requireSameClient: boolean) => ({
  attributes: { email_address: { first_factors: ['email_link' as const], verifications: ['email_link' as const] }, password: { required: false } },
  attack_protection: { email_link_require_same_client: requireSameClient },
});
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
let count = 0;
const address = () => `link${Date.now()}${count++}@example.com`;

/** The token of the newest link that was sent to an address. */
async function tokenFor(test: TestInstance, to: string): Promise<string> {
  const message = (await testApp()).messages.get(`${test.instance.id}:${to}`);
  if (message?.template !== 'verification_link') throw new Error(`No link was sent to ${to}.`);
  return new URL(message.variables['link'] ?? '').searchParams.get('token') ?? '';
}

async function open(browser: Browser, token: string): Promise<{ status: string | null; session: string | null; url: URL }> {
  const answer = await browser.get('/v1/verify', { token });
  expect(answer.status, answer.text).toBe(303);
  const url = new URL(String(answer.headers['location']));
  return { status: url.searchParams.get('__clerk_status'), session: url.searchParams.get('__clerk_created_session'), url };
}

async function member(test: TestInstance, mail = address()): Promise<{ userId: string; mail: string }> {
  const { user } = await createUser(test.ctx, { emails: [{ address: mail, verified: true }] });
  return { userId: user.id, mail };
}

async function beginSignIn(test: TestInstance, mail: string): Promise<{ browser: Browser; path: string; token: string }> {
  const browser = test.browser();
  const begun = await browser.post('/v1/client/sign_ins', { identifier: mail });
  const path = `/v1/client/sign_ins/${begun.body.response.id}`;
  const prepared = await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_link', email_address_id: begun.body.response.supported_first_factors[0].email_address_id, redirect_url: BACK });
  expect(prepared.status, prepared.text).toBe(200);
  expect(prepared.body.response.first_factor_verification).toMatchObject({ object: 'verification_email_link', strategy: 'email_link', status: 'unverified' });
  return { browser, path, token: await tokenFor(test, mail) };
}

describe('links that may be opened anywhere', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: linksOnly(false) });
  });

  it('sign in where the sign-in began; the waiting tab sees it', async () => {
    const { userId, mail } = await member(test);
    const { browser, path, token } = await beginSignIn(test, mail);
    expect((await browser.get(path)).body.response.status).toBe('needs_first_factor');

    const elsewhere = test.browser();
    const opened = await open(elsewhere, token);
    expect(opened.status).toBe('verified');
    expect(opened.url.searchParams.get('from')).toBe('mail');
    const waiting = await browser.get(path);
    expect(waiting.body.response).toMatchObject({ status: 'complete', created_session_id: opened.session, first_factor_verification: { status: 'verified', verified_at_client: waiting.body.client.id } });
    expect(waiting.body.client.sessions[0]).toMatchObject({ status: 'active', user: { id: userId } });
    expect((await elsewhere.get('/v1/client')).body.response?.sessions ?? []).toEqual([]);
  });

  it('work once, also when they are opened many times at once', async () => {
    const { mail } = await member(test);
    const { token } = await beginSignIn(test, mail);
    const opened = await Promise.all(Array.from({ length: 4 }, () => open(test.browser(), token)));
    expect(opened.map(({ status }) => status).sort()).toEqual(['failed', 'failed', 'failed', 'verified']);
    expect((await open(test.browser(), token)).status).toBe('failed');
  });

  it('are looked at by programs without being used', async () => {
    const { mail } = await member(test);
    const { token } = await beginSignIn(test, mail);
    const head = await (await testApp()).http.inject({ method: 'HEAD', url: `/i/${test.instance.slug}/v1/verify?token=${token}` });
    expect([head.statusCode, head.headers.location]).toEqual([303, BACK]);
    expect((await open(test.browser(), token)).status).toBe('verified');
  });

  it('expire after ten minutes', async () => {
    const { mail } = await member(test);
    const { browser, path, token } = await beginSignIn(test, mail);
    await advance(10 * MINUTE + 1);
    expect((await open(browser, token)).status).toBe('expired');
    expect((await browser.get(path)).body.response.first_factor_verification.status).toBe('expired');
  });

  it('are nothing without their secret, and nothing in another instance', async () => {
    const { mail } = await member(test);
    const { browser, token } = await beginSignIn(test, mail);
    const [id] = token.split('.');
    expect((await open(browser, `${id}.guess`)).status).toBe('failed');
    expect(errorOf(await browser.get('/v1/verify', { token: 'nonsense' }))).toBe('verification_link_token_invalid');
    const elsewhere = await createTestInstance({ settings: linksOnly(false) });
    expect(errorOf(await elsewhere.browser().get('/v1/verify', { token }))).toBe('verification_link_token_invalid');
    expect((await open(browser, token)).status).toBe('verified');
  });

  it('of a sign-in that was replaced lead nowhere', async () => {
    const { mail } = await member(test);
    const { browser, token } = await beginSignIn(test, mail);
    await browser.post('/v1/client/sign_ins', { identifier: mail });
    expect(await open(browser, token)).toMatchObject({ status: 'failed', session: null });
  });

  it('need a page to go back to', async () => {
    const { mail } = await member(test);
    const browser = test.browser();
    expect(errorOf(await browser.post('/v1/client/sign_ins', { identifier: mail, strategy: 'email_link' }))).toBe('form_param_missing');
    expect(errorOf(await browser.post('/v1/client/sign_ins', { identifier: mail, strategy: 'email_link', redirect_url: 'javascript:alert(1)' }))).toBe('prohibited_redirect_url');
    expect((await browser.post('/v1/client/sign_ins', { identifier: mail, strategy: 'email_link', redirect_url: BACK })).body.response.status).toBe('needs_first_factor');
  });

  it('finish a sign-up', async () => {
    const mail = address();
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ups', { email_address: mail });
    expect(begun.body.response.verifications.email_address).toMatchObject({ object: 'verification_email_link', next_action: 'needs_prepare' });
    const path = `/v1/client/sign_ups/${begun.body.response.id}`;
    const prepared = await browser.post(`${path}/prepare_verification`, { strategy: 'email_link', redirect_url: BACK });
    expect(prepared.body.response.verifications.email_address).toMatchObject({ strategy: 'email_link', next_action: 'needs_attempt' });
    const opened = await open(test.browser(), await tokenFor(test, mail));
    expect(opened.status).toBe('verified');
    const { response, client } = (await browser.get(path)).body;
    expect(response).toMatchObject({ status: 'complete', created_session_id: opened.session });
    expect(client.sessions[0].user.email_addresses[0]).toMatchObject({ email_address: mail, verification: { strategy: 'email_link', status: 'verified' } });
  });

  it('verify an address in a profile, for whoever is still signed in', async () => {
    const { browser } = await signedIn(test);
    const add = async () => {
      const mail = address();
      const { id } = (await browser.post('/v1/me/email_addresses', { email_address: mail })).body.response;
      await browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_link', redirect_url: BACK });
      return { id, token: await tokenFor(test, mail) };
    };
    const [one, other] = [await add(), await add()];
    expect(await open(test.browser(), one.token)).toMatchObject({ status: 'verified', session: null });
    expect((await browser.get(`/v1/me/email_addresses/${one.id}`)).body.response.verification).toMatchObject({ strategy: 'email_link', status: 'verified' });
    await browser.delete('/v1/client/sessions');
    expect((await open(test.browser(), other.token)).status).toBe('failed');
  });

  it('leave the second factor to be proved', async () => {
    const strict = await createTestInstance({ settings: { ...linksOnly(false), attributes: { ...linksOnly(false).attributes, authenticator_app: { enabled: true } } } });
    const mail = address();
    await strict.bapi('POST', '/v1/users', { json: { email_address: [mail], password: PASSWORD, totp_secret: 'JBSWY3DPEHPK3PXP' } });
    const { browser, path, token } = await beginSignIn(strict, mail);
    expect(await open(browser, token)).toMatchObject({ status: 'verified', session: null });
    expect((await browser.get(path)).body.response.status).toBe('needs_second_factor');
  });
});

describe('links that must be opened where they were asked for', () => {
  it('are that unless the instance says otherwise, and stay good when they were opened elsewhere', async () => {
    const { attributes } = linksOnly(true);
    const test = await createTestInstance({ settings: { attributes } });
    const { mail } = await member(test);
    const { browser, path, token } = await beginSignIn(test, mail);
    expect(await open(test.browser(), token)).toMatchObject({ status: 'client_mismatch', session: null });
    expect((await browser.get(path)).body.response.status).toBe('needs_first_factor');
    expect((await open(browser, token)).status).toBe('verified');
  });

  it('can be shown by the page that waits, in the browser and the attempt that they are for only', async () => {
    const test = await createTestInstance({ settings: linksOnly(true) });
    const { mail } = await member(test);
    const [mine, other] = [await beginSignIn(test, mail), await beginSignIn(test, mail)];
    const show = ({ browser, path }: typeof mine, code: string) => browser.post(`${path}/attempt_first_factor`, { strategy: 'email_link', code });
    const elsewhere = await show(other, mine.token);
    expect([elsewhere.status, errorOf(elsewhere)]).toEqual([403, 'sign_in_email_link_not_same_client']);
    expect(errorOf(await show(other, `${mine.token.split('.')[0]}.guessed`))).toBe('verification_link_token_invalid');

    const again = await mine.browser.post('/v1/client/sign_ins', { identifier: mail });
    expect(errorOf(await show({ ...mine, path: `/v1/client/sign_ins/${again.body.response.id}` }, mine.token))).toBe('verification_missing');
    expect((await show(other, other.token)).body.response.status).toBe('complete');

    const stranger = test.browser();
    const begun = await stranger.post('/v1/client/sign_ups', { email_address: address() });
    const signUp = `/v1/client/sign_ups/${begun.body.response.id}`;
    await stranger.post(`${signUp}/prepare_verification`, { strategy: 'email_link', redirect_url: BACK });
    const refused = await stranger.post(`${signUp}/attempt_verification`, { strategy: 'email_link', token: mine.token });
    expect([refused.status, errorOf(refused)]).toEqual([403, 'sign_up_email_link_not_same_client']);
  });

  it('are too old after ten minutes', async () => {
    const test = await createTestInstance({ settings: linksOnly(true) });
    const { mail } = await member(test);
    const { browser, path, token } = await beginSignIn(test, mail);
    await advance(11 * MINUTE);
    expect(errorOf(await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_link', code: token }))).toBe('verification_link_token_expired');
    expect((await browser.get(path)).body.response.first_factor_verification.status).toBe('expired');
  });

  it('know a development browser by its cookie when a mail program opens them', async () => {
    const test = await createTestInstance({ settings: linksOnly(true) });
    const { mail } = await member(test);
    const { browser, token } = await beginSignIn(test, mail);
    const answer = await (await testApp()).http.inject({ url: `/i/${test.instance.slug}/v1/verify?token=${token}`, headers: { cookie: `__clerk_db_jwt=${browser.devBrowser}`, 'sec-fetch-site': 'cross-site' } });
    expect(String(answer.headers.location)).toContain('__clerk_status=verified');
  });
});

describe('links of a production instance', () => {
  it('sign in by the cookie, lead to the instance’s own host, and go back to its own pages only', async () => {
    const test = await createProductionInstance({ settings: linksOnly(true) });
    const origin = `https://${test.domain}`;
    const { mail } = await member(test);
    const ask = (redirectUrl: string, cookie = '', host = `clerk.${test.domain}`) =>
      test.send('POST', '/v1/client/sign_ins', { form: { identifier: mail, strategy: 'email_link', redirect_url: redirectUrl }, headers: { origin, host, ...(cookie ? { cookie } : {}) } });
    expect(errorOf(await ask('https://evil.example/verify'))).toBe('redirect_url_domain_mismatch');
    const begun = await ask(`${origin}/verify`);
    expect(begun.status, begun.text).toBe(200);
    const link = (await testApp()).messages.get(`${test.instance.id}:${mail}`)?.variables['link'] ?? '';
    expect(link).toMatch(new RegExp(`^https://clerk\\.${test.domain}/v1/verify\\?token=`));

    const token = new URL(link).searchParams.get('token') ?? '';
    const cookie = `__client=${valueOf(cookiesOf(begun).get('__client'))}`;
    const mismatch = await test.send('GET', '/v1/verify', { query: { token } });
    expect(mismatch.headers['location']).toContain('client_mismatch');
    const opened = await test.send('GET', '/v1/verify', { query: { token }, headers: { cookie } });
    expect(opened.headers['location']).toMatch(/__clerk_status=verified&__clerk_created_session=sess_/);
    expect([...cookiesOf(opened).keys()]).toContain('__client_uat');
  });
});
