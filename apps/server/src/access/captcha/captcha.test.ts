import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { timeTravel } from '../testing/travel.ts';
import { deleteExpired } from './store.ts';

const advance = timeTravel();
const PATH = '/v1/client/sign_ups';
const PERSON = { email_address: 'ada+clerk_test@example.com', password: 'violet lantern 7 river' };

const encode = (proof: object) => Buffer.from(JSON.stringify(proof)).toString('base64');
const codeOf = (answer: Answer) => (answer.status === 200 ? 'ok' : answer.body.errors[0].code);

async function work(browser: Browser): Promise<{ challenge: Challenge; solution: object }> {
  const challenge = (await browser.get('/v1/captcha/challenge')).body as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('The challenge was not solved.');
  return { challenge, solution };
}

/** What a browser sends along that has done the work. */
const proof = async (browser: Browser) => ({ captcha_token: encode(await work(browser)), captcha_widget_type: 'smart' });

describe('bot protection by proof of work', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { sign_up: { captcha_enabled: true } } });
  });

  it('lets sign up who has done the work, and nobody else', async () => {
    const browser = test.browser();
    expect(codeOf(await browser.post(PATH, PERSON))).toBe('captcha_missing_token');
    expect(codeOf(await browser.post(PATH, { ...PERSON, captcha_error: 'captcha_script_failed_to_load', captcha_widget_type: 'invisible' }))).toBe('captcha_invalid');
    const signUp = await browser.post(PATH, { ...PERSON, ...(await proof(browser)) });
    expect(signUp.body.response).toMatchObject({ status: 'missing_requirements', email_address: PERSON.email_address });
    // It goes on without being asked again.
    expect(codeOf(await browser.patch(`${PATH}/${signUp.body.response.id}`, { locale: 'en', password: 'another lantern 8 river' }))).toBe('ok');
  });

  it('takes a proof once, also when it is shown many times at once', async () => {
    const params = { ...PERSON, ...(await proof(test.browser())) };
    const answers = await Promise.all(Array.from({ length: 8 }, () => test.browser().post(PATH, params)));
    expect(answers.map(codeOf).sort()).toEqual([...Array.from({ length: 7 }, () => 'captcha_invalid'), 'ok']);
  });

  it('takes no proof that is too late, of another instance, easier than asked, or made up', async () => {
    const browser = test.browser();
    const attempt = async (captchaToken: string) => codeOf(await browser.post(PATH, { ...PERSON, captcha_token: captchaToken }));
    const { challenge, solution } = await work(browser);

    expect(await attempt(encode({ challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '' } }, solution }))).toBe('captcha_invalid');
    expect(await attempt(encode({ challenge, solution: { ...solution, counter: -1 } }))).toBe('captcha_invalid');
    expect(await attempt(encode({ challenge, solution: { counter: 0, derivedKey: 'zz' } }))).toBe('captcha_invalid');
    for (const nonsense of ['nonsense', encode([]), encode({}), 'A'.repeat(5_000)]) expect(await attempt(nonsense)).toBe('captcha_invalid');

    const other = await createTestInstance({ settings: { sign_up: { captcha_enabled: true } } });
    expect(codeOf(await other.browser().post(PATH, { ...PERSON, captcha_token: encode({ challenge, solution }) }))).toBe('captcha_invalid');

    await advance(10 * MINUTE);
    expect(await attempt(encode({ challenge, solution }))).toBe('captcha_invalid');
  });

  it('asks for a check by itself where a sign-up that began empty goes on, and lets it count once', async () => {
    const browser = test.browser();
    const { id } = (await browser.post(PATH)).body.response;
    const refused = await browser.patch(`${PATH}/${id}`, PERSON);
    expect([refused.status, codeOf(refused)]).toEqual([401, 'requires_captcha']);

    const verified = await browser.post('/v1/client/verify', { ...(await proof(browser)), captcha_action: 'verify' });
    expect(verified.body.response).toMatchObject({ object: 'client', captcha_bypass: false });
    expect(codeOf(await browser.patch(`${PATH}/${id}`, PERSON))).toBe('ok');
    expect(codeOf(await browser.patch(`${PATH}/${id}`, { first_name: null, password: 'another lantern 8 river' }))).toBe('ok');

    const { id: next } = (await browser.post(PATH)).body.response;
    expect(codeOf(await browser.patch(`${PATH}/${next}`, PERSON))).toBe('requires_captcha');
  });

  it('forgets a check that no sign-up followed, and earns nothing by heartbeats', async () => {
    const browser = test.browser();
    const verify = async (form: object) => browser.post('/v1/client/verify', { ...form });
    expect(codeOf(await verify({ ...(await proof(browser)), captcha_action: 'heartbeat' }))).toBe('ok');
    expect(codeOf(await browser.post(PATH, PERSON))).toBe('captcha_missing_token');
    expect(codeOf(await verify(await proof(browser)))).toBe('ok');
    await advance(11 * MINUTE);
    expect(codeOf(await browser.post(PATH, PERSON))).toBe('captcha_missing_token');
    expect(codeOf(await verify({ captcha_action: 'verify' }))).toBe('captcha_missing_token');
    expect(codeOf(await verify({ captcha_error: '300030' }))).toBe('captcha_invalid');
  });

  it('takes no provider’s word before it is given', async () => {
    const trusting = await createTestInstance({ settings: { sign_up: { captcha_enabled: true, captcha_oauth_bypass: ['oauth_google'] }, attributes: { password: { required: false } } } });
    const browser = trusting.browser();
    const start = async (strategy: string) => codeOf(await browser.post(PATH, { strategy, email_address: PERSON.email_address }));
    // There are no providers yet: what is asked here is only whether the check comes first.
    expect([await start('oauth_google'), await start('oauth_github')]).toEqual(['oauth_provider_not_enabled', 'captcha_missing_token']);

    const signUp = (await browser.post(PATH, { email_address: PERSON.email_address, ...(await proof(browser)) })).body.response;
    const path = `${PATH}/${signUp.id}`;
    // As if it had begun with a provider that was never asked.
    await trusting.ctx.db.updateTable('sign_ups').set({ captcha_passed: false }).where('instance_id', '=', trusting.instance.id).where('id', '=', signUp.id).execute();
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' });
    const finish = async () => browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: '424242' });
    expect(codeOf(await finish())).toBe('requires_captcha');
    expect(codeOf(await browser.post('/v1/client/verify', { ...(await proof(browser)) }))).toBe('ok');
    expect((await finish()).body.response.status).toBe('complete');
  });

  it('is passed with a testing token, and not by saying that one is no browser', async () => {
    const { token } = (await test.bapi('POST', '/v1/testing_tokens')).body;
    expect(codeOf(await test.browser().post(PATH, PERSON, { __clerk_testing_token: token }))).toBe('ok');
    expect(codeOf(await test.browser().post(PATH, PERSON, { _is_native: '1' }))).toBe('captcha_missing_token');
  });

  it('is not asked of native apps where the instance lets them off', async () => {
    const lenient = await createTestInstance({ settings: { sign_up: { captcha_enabled: true, captcha_native_bypass: true } } });
    const { http } = await testApp();
    const payload = new URLSearchParams(PERSON).toString();
    const headers = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    const asApp = ({ instance }: TestInstance) => http.inject({ method: 'POST', url: `/i/${instance.slug}${PATH}?_is_native=1`, headers, payload });
    expect([(await asApp(lenient)).statusCode, (await asApp(test)).json().errors[0].code]).toEqual([200, 'captcha_missing_token']);
    expect(codeOf(await lenient.browser().post(PATH, PERSON))).toBe('captcha_missing_token');
  });

  it('is not asked of who signs in', async () => {
    const { body } = await test.browser().post('/v1/client/sign_ins', { captcha_token: 'stray', captcha_widget_type: 'smart' });
    expect(body.response.status).toBe('needs_identifier');
  });

  it('tells browsers what they need to know', async () => {
    const { body } = await test.browser().get('/v1/environment');
    expect(body.display_config).toMatchObject({ captcha_provider: 'turnstile', captcha_widget_type: 'smart', captcha_public_key: 'proof-of-work', captcha_public_key_invisible: 'proof-of-work', captcha_heartbeat: false });
    const [{ attributes }] = body.protect_config.loaders;
    expect(attributes.src).toBe(`http://localhost/i/${test.instance.slug}/v1/captcha/widget.js`);
    const script = await (await testApp()).http.inject({ url: new URL(attributes.src).pathname });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.body).toContain('window.turnstile');
  });

  it('remembers used proofs no longer than they would count', async () => {
    const { platform, clock } = await testApp();
    const browser = test.browser();
    await browser.post(PATH, { ...PERSON, ...(await proof(browser)) });
    const count = async () => (await platform.db.selectFrom('captcha_proofs').selectAll().where('instance_id', '=', test.instance.id).execute()).length;
    expect(await count()).toBeGreaterThan(0);
    await deleteExpired(platform.db, new Date(clock.now().getTime() + 11 * MINUTE));
    expect(await count()).toBe(0);
  });
});

describe('without bot protection', () => {
  it('nothing is asked, and a stray token does no harm', async () => {
    const test = await createTestInstance();
    const browser = test.browser();
    const environment = (await browser.get('/v1/environment')).body;
    expect(environment.display_config).toMatchObject({ captcha_provider: null, captcha_public_key: null, captcha_widget_type: null });
    expect(environment.protect_config.loaders).toEqual([]);
    expect(codeOf(await browser.post(PATH, { ...PERSON, captcha_token: 'stray' }))).toBe('ok');
    expect(codeOf(await browser.post('/v1/client/verify', { captcha_token: 'stray' }))).toBe('captcha_not_enabled');
  });
});
