import { beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../people/testing/people.ts';
import { createLogger } from '../platform/log.ts';
import { createTestInstance, startTestApp, type TestInstance } from './app.ts';
import type { Answer } from './browser.ts';

const NEW_PASSWORD = 'amber window 9 forest';
const EMAIL = 'whisper@logs.example';
const FAULT = 'a part of the house fell down';

/** All that a program writes into its log while people and apps use it, some of them wrongly. */
describe('the log', () => {
  let lines: string[];
  const secrets = new Map<string, string>();
  let broken = false;

  beforeAll(async () => {
    lines = [];
    const app = await startTestApp(createLogger('debug', { write: (line) => void lines.push(line) }));
    const house = await createTestInstance({ settings: { attributes: { authenticator_app: { enabled: true }, first_name: { enabled: true } } } }, app);
    app.platform.events.on('user.updated', async () => {
      if (broken) throw new Error(FAULT, { cause: Object.assign(new Error('duplicate key'), { detail: `Key (email_address)=(${EMAIL}) already exists.` }) });
    });
    keep('the secret key', house.secretKey);
    keep('an email address', EMAIL);
    await useHouse(house);
  });

  function keep(name: string, secret: string): string {
    if (!secret) throw new Error(`There is no ${name} to look for.`);
    secrets.set(name, secret);
    return secret;
  }

  async function useHouse(house: TestInstance): Promise<void> {
    const browser = house.browser();
    const signUp = await browser.post('/v1/client/sign_ups', { email_address: EMAIL, password: keep('a password', PASSWORD) });
    const id = signUp.body.response.id as string;
    await browser.post(`/v1/client/sign_ups/${id}/prepare_verification`, { strategy: 'email_code' });
    await browser.post(`/v1/client/sign_ups/${id}/attempt_verification`, { strategy: 'email_code', code: '135790' });
    const done = await browser.post(`/v1/client/sign_ups/${id}/attempt_verification`, { strategy: 'email_code', code: keep('a code', house.lastCode(EMAIL)) });
    const [session] = done.body.client.sessions;
    keep('a session token', session.last_active_token.jwt);
    keep('a dev browser', browser.devBrowser ?? '');
    for (const [name, value] of browser.cookies) if (value.length > 20) keep(`the cookie ${name}`, value);

    const token = await browser.post(`/v1/client/sessions/${session.id}/tokens`);
    keep('another session token', token.body.jwt);
    const totp = await browser.post('/v1/me/totp');
    keep('the secret of an authenticator app', totp.body.response.secret);
    keep('a new password', NEW_PASSWORD);
    await browser.post('/v1/me/change_password', { current_password: PASSWORD, new_password: NEW_PASSWORD });
    // The fault that was built in: a 500, with the error that caused it.
    broken = true;
    expectFault(await browser.patch('/v1/me', { first_name: 'Ada' }));
    broken = false;

    const userId = session.user.id as string;
    const ticket = await house.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: userId } });
    keep('a sign-in token', ticket.body.token);
    await house.browser().post('/v1/client/sign_ins', { strategy: 'ticket', ticket: ticket.body.token });
    await house.browser().get('/v1/tickets/accept', { ticket: ticket.body.token });
    await house.bapi('GET', '/v1/users', { query: { email_address: EMAIL } });
    await house.bapi('GET', '/v1/users', { secretKey: keep('a wrong secret key', 'sk_test_wrongwrongwrongwrongwrongwrongwrong') });
    await house.bapi('POST', `/v1/users/${userId}/verify_password`, { json: { password: NEW_PASSWORD, surprise: 1 } });
    await browser.get('/v1/client/handshake', { redirect_url: 'http://localhost:3000/', __session: token.body.jwt });
    await useWrongly(house, userId);
    await forgetPassword(house);
  }

  /** What is refused, with secrets in places where they should not be. */
  async function useWrongly(house: TestInstance, userId: string): Promise<void> {
    const { body } = await house.bapi('POST', '/v1/testing_tokens');
    const captcha = { captcha_token: keep('a captcha token', 'captcha-4711-answer'), captcha_widget_type: 'smart' };
    await house.browser().post('/v1/client/sign_ups', { email_address: 'somebody@logs.example', ...captcha }, { __clerk_testing_token: keep('a testing token', body.token) });
    // Taken: what the database says of it names the address.
    await house.browser().post('/v1/client/sign_ups', { email_address: EMAIL, password: PASSWORD });
    await house.bapi('POST', '/v1/users', { json: { email_address: [EMAIL], skip_password_requirement: true } });
    await house.browser().post('/v1/client/sign_ins', { strategy: 'google_one_tap', token: keep('a token of Google', 'eyJhbGciOiJSUzI1NiJ9.nonsense.signature') });
    // Cut off in the middle: parsers like to quote what they could not read.
    const cut = await house.bapi('POST', `/v1/users/${userId}/verify_password`, { json: `{"password":"${NEW_PASSWORD}`, headers: { 'content-type': 'application/json' } });
    expect(cut.status).toBe(400);
  }

  async function forgetPassword(house: TestInstance): Promise<void> {
    const browser = house.browser();
    const begun = await browser.post('/v1/client/sign_ins', { identifier: EMAIL });
    const path = `/v1/client/sign_ins/${begun.body.response.id}`;
    await browser.post(`${path}/attempt_first_factor`, { strategy: 'password', password: keep('a wrong password', 'cerulean ladder 5 oak') });
    await browser.post(`${path}/prepare_first_factor`, { strategy: 'reset_password_email_code' });
    await browser.post(`${path}/attempt_first_factor`, { strategy: 'reset_password_email_code', code: keep('a code for a new password', house.lastCode(EMAIL)) });
    const done = await browser.post(`${path}/reset_password`, { password: keep('the newest password', 'crimson bridge 3 meadow') });
    expect(done.body.response.status).toBe('complete');
  }

  function expectFault(answer: Answer): void {
    expect([answer.status, answer.text.includes(FAULT)]).toEqual([500, false]);
  }

  it('has a line for each request, and says what went wrong', () => {
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.some((line) => line.includes('"path":"/v1/client/sign_ups"'))).toBe(true);
    expect(lines.some((line) => line.includes(FAULT))).toBe(true);
  });

  it('holds no secret of any of them', () => {
    expect(secrets.size).toBeGreaterThan(15);
    const all = lines.join('');
    for (const [name, secret] of secrets) expect(all.includes(secret), `${name} is in the log`).toBe(false);
  });
});
