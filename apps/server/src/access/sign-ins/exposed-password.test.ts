import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';

const PATH = '/v1/client/sign_ins';
const EXPOSED = 'qwertyuiop';
const SAFE = 'violet lantern 7 river';

const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;

describe('a correct password that is known from breaches', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({
      settings: {
        password: { disable_hibp: false, enforce_hibp_on_sign_in: true },
        attributes: { email_address: { required: false }, username: { enabled: true, used_for_first_factor: true } },
      },
    });
  });

  /** Someone who had their password before anybody looked. */
  async function person(username: string, contacts: object = {}, password = EXPOSED): Promise<void> {
    const { status, text } = await test.bapi('POST', '/v1/users', { json: { username, password, skip_password_checks: true, ...contacts } });
    expect(status, text).toBe(200);
  }
  const signIn = (browser: Browser, identifier: string, password = EXPOSED) => browser.post(PATH, { identifier, password });

  it('does not sign in, but its owner’s code does, with another one', async () => {
    await person('grace', { email_address: ['grace@example.com'] });
    const browser = test.browser();
    const refused = await signIn(browser, 'grace');
    expect([refused.status, codeOf(refused)]).toEqual([422, 'form_password_pwned']);
    expect((await signIn(test.browser(), 'grace', 'not the password')).body.errors[0].code).toBe('form_password_incorrect');

    const { id, supported_first_factors: factors } = (await browser.post(PATH, { identifier: 'grace' })).body.response;
    const { email_address_id: emailId } = factors.find(({ strategy }: { strategy: string }) => strategy === 'reset_password_email_code');
    await browser.post(`${PATH}/${id}/prepare_first_factor`, { strategy: 'reset_password_email_code', email_address_id: emailId });
    const proved = await browser.post(`${PATH}/${id}/attempt_first_factor`, { strategy: 'reset_password_email_code', code: test.lastCode('grace@example.com') });
    expect(proved.body.response.status).toBe('needs_new_password');
    expect(codeOf(await browser.post(`${PATH}/${id}/reset_password`, { password: EXPOSED }))).toBe('form_password_pwned');
    expect((await browser.post(`${PATH}/${id}/reset_password`, { password: SAFE })).body.response.status).toBe('complete');
    expect((await signIn(test.browser(), 'grace', SAFE)).body.response.status).toBe('complete');
  });

  it('must be changed before the sign-in ends where there is nowhere to send a code', async () => {
    await person('alan');
    const browser = test.browser();
    const waiting = await signIn(browser, 'alan');
    expect(waiting.body.response.status, waiting.text).toBe('needs_new_password');
    expect(waiting.body.client.sessions).toEqual([]);
    const done = await browser.post(`${PATH}/${waiting.body.response.id}/reset_password`, { password: SAFE });
    expect(done.body.response.status).toBe('complete');
    expect(done.body.client.sessions[0].status).toBe('active');
  });

  it('does not count as a wrong attempt', async () => {
    await person('edsger', { email_address: ['edsger@example.com'] });
    for (let attempt = 0; attempt < 3; attempt++) await signIn(test.browser(), 'edsger');
    const [user] = (await test.bapi('GET', '/v1/users', { query: { username: 'edsger' } })).body;
    expect(user.verification_attempts_remaining ?? 100).toBe(100);
  });

  it('signs in where the instance does not mind', async () => {
    const lax = await createTestInstance({ settings: { password: { disable_hibp: false, enforce_hibp_on_sign_in: false } } });
    await lax.bapi('POST', '/v1/users', { json: { email_address: ['ada@example.com'], password: EXPOSED, skip_password_checks: true } });
    expect((await signIn(lax.browser(), 'ada@example.com')).body.response.status).toBe('complete');
  });
});
