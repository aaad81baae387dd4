import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { addAuthenticatorApp } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const settings = {
  attack_protection: { client_trust: true, lockout_max_attempts: 3 },
  attributes: { email_address: { required: false }, phone_number: { enabled: true }, username: { enabled: true, used_for_first_factor: true }, authenticator_app: { enabled: true } },
};

/** A sign-in with the password, and how it goes on. */
async function withPassword(browser: Browser, identifier: string) {
  const begun = await browser.post('/v1/client/sign_ins', { identifier, password: PASSWORD });
  const path = `/v1/client/sign_ins/${begun.body.response.id}`;
  return {
    begun: begun.body.response,
    read: () => browser.get(path),
    prepare: (form: Record<string, string>) => browser.post(`${path}/prepare_second_factor`, form),
    attempt: (form: Record<string, string>) => browser.post(`${path}/attempt_second_factor`, form),
  };
}

describe('a password on a new device', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('is not enough: a code is asked for, once, and is no second factor', async () => {
    const { email } = await signedIn(test, { phone_number: ['+12015550162'] });
    const browser = test.browser();
    const { begun, prepare, attempt } = await withPassword(browser, email);
    // The official SDKs of version 5 know no status of its own for it.
    expect(begun).toMatchObject({
      status: 'needs_second_factor',
      client_trust_state: 'new',
      created_session_id: null,
      supported_second_factors: [
        { strategy: 'email_code', email_address_id: expect.any(String), primary: true },
        { strategy: 'phone_code', phone_number_id: expect.any(String), primary: true },
      ],
    });
    await prepare({ strategy: 'email_code' });
    expect(errorOf(await attempt({ strategy: 'email_code', code: '111111' }))).toBe('form_code_incorrect');
    const done = await attempt({ strategy: 'email_code', code: '424242' });
    expect(done.body.response).toMatchObject({ status: 'complete', client_trust_state: 'new', second_factor_verification: { strategy: 'email_code', status: 'verified' } });
    expect(done.body.client.last_authentication_strategy).toBe('password');
    const { jwt } = (await browser.post(`/v1/client/sessions/${browser.sessionId}/tokens`)).body;
    expect(decodeJwt(jwt)['fva']).toEqual([0, -1]);

    await browser.delete('/v1/client/sessions');
    expect((await withPassword(browser, email)).begun).toMatchObject({ status: 'complete', client_trust_state: 'known' });
  });

  it('may be followed by a code sent to a phone', async () => {
    const { email } = await signedIn(test, { phone_number: ['+12015550163'] });
    const { prepare, attempt } = await withPassword(test.browser(), email);
    await prepare({ strategy: 'phone_code' });
    expect((await attempt({ strategy: 'phone_code', code: '424242' })).body.response.status).toBe('complete');
  });

  it.each([
    ['6.1.0', 'needs_client_trust'],
    ['5.109.2', 'needs_second_factor'],
  ])('of SDK %s is told as %s', async (version, status) => {
    const { email } = await signedIn(test);
    expect((await withPassword(test.browser({ sdkVersion: version }), email)).begun.status).toBe(status);
  });

  it('is enough where the person cannot be asked, need not be, or is asked for a second factor anyway', async () => {
    const bypassing = await signedIn(test, { bypass_client_trust: true });
    expect((await withPassword(test.browser(), bypassing.email)).begun.status).toBe('complete');
    const created = await test.bapi('POST', '/v1/users', { json: { username: 'no_address_at_all', password: PASSWORD } });
    expect(created.status, created.text).toBe(200);
    expect((await withPassword(test.browser(), 'no_address_at_all')).begun.status).toBe('complete');
    const guarded = await signedIn(test);
    await addAuthenticatorApp(guarded.browser);
    expect((await withPassword(test.browser(), guarded.email)).begun).toMatchObject({ status: 'needs_second_factor', supported_second_factors: [{ strategy: 'totp' }] });
  });

  it('is enough for a test that has a testing token', async () => {
    const { email } = await signedIn(test);
    const { token } = (await test.bapi('POST', '/v1/testing_tokens')).body;
    const form = { identifier: email, password: PASSWORD };
    expect((await test.browser().post('/v1/client/sign_ins', form, { __clerk_testing_token: token })).body.response.status).toBe('complete');
    expect((await test.browser().post('/v1/client/sign_ins', form, { __clerk_testing_token: `${token}x` })).body.response.status).toBe('needs_second_factor');
  });

  it('need not be asked about when something else opened the sign-in', async () => {
    const { email } = await signedIn(test);
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ins', { identifier: email, strategy: 'email_code' });
    const done = await browser.post(`/v1/client/sign_ins/${begun.body.response.id}/attempt_first_factor`, { strategy: 'email_code', code: '424242' });
    expect(done.body.response).toMatchObject({ status: 'complete', client_trust_state: 'new' });
  });

  it('does not get to change a password that others may know', async () => {
    const { email, userId } = await signedIn(test);
    await test.bapi('POST', `/v1/users/${userId}/password/set_compromised`);
    const browser = test.browser();
    const { begun, prepare, attempt } = await withPassword(browser, email);
    const reset = () => browser.post(`/v1/client/sign_ins/${begun.id}/reset_password`, { password: 'amber window 9 forest' });
    expect(errorOf(await reset())).toBe('client_state_invalid');
    await prepare({ strategy: 'email_code' });
    expect((await attempt({ strategy: 'email_code', code: '424242' })).body.response.status).toBe('needs_new_password');
    expect((await reset()).body.response.status).toBe('complete');
  });

  it('is not enough either where somebody acted as the person, or a session was revoked', async () => {
    const { email, userId } = await signedIn(test);
    const browser = test.browser();
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    await browser.delete('/v1/client/sessions');
    expect((await withPassword(browser, email)).begun.client_trust_state).toBe('new');

    const { token: ticket } = (await test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: userId } })).body;
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket });
    await test.bapi('POST', `/v1/sessions/${browser.sessionId}/revoke`);
    expect((await withPassword(browser, email)).begun.client_trust_state).toBe('new');
  });

  it('cannot be guessed around: codes expire, belong to the sign-in, and wrong ones lock the account', async () => {
    const { email } = await signedIn(test);
    const first = await withPassword(test.browser(), email);
    const second = await withPassword(test.browser(), email);
    await first.prepare({ strategy: 'email_code' });
    expect(errorOf(await second.attempt({ strategy: 'email_code', code: '424242' }))).toBe('verification_missing');
    await advance(11 * MINUTE);
    expect(errorOf(await first.attempt({ strategy: 'email_code', code: '424242' }))).toBe('verification_expired');
    await first.prepare({ strategy: 'email_code' });
    for (let tries = 0; tries < 3; tries++) expect(errorOf(await first.attempt({ strategy: 'email_code', code: '111111' }))).toBe('form_code_incorrect');
    expect(errorOf(await first.attempt({ strategy: 'email_code', code: '424242' }))).toBe('user_locked');
  });

  it('is told apart before somebody is named, and nothing is told where it makes no difference', async () => {
    expect((await test.browser().post('/v1/client/sign_ins')).body.response.client_trust_state).toBe('pending');
    const other = await createTestInstance();
    const { email } = await signedIn(other);
    const { begun } = await withPassword(other.browser(), email);
    expect(begun.status).toBe('complete');
    expect(begun).not.toHaveProperty('client_trust_state');
  });
});

describe('a link on a new device', () => {
  it('ends the sign-in when it is opened where it was asked for', async () => {
    const links = { email_address: { verifications: ['email_link' as const], first_factors: ['email_link' as const] } };
    const test = await createTestInstance({ settings: { attack_protection: { client_trust: true }, attributes: links } });
    // Nothing is sent to test addresses.
    const email = `someone-${test.instance.slug}@example.com`;
    await signedIn(test, { email_address: [email] });
    const browser = test.browser();
    const { begun, prepare, read } = await withPassword(browser, email);
    expect(begun.supported_second_factors).toMatchObject([{ strategy: 'email_link' }]);
    const prepared = await prepare({ strategy: 'email_link', redirect_url: 'http://localhost:3000/verified' });
    expect(prepared.body.response.second_factor_verification).toMatchObject({ strategy: 'email_link', status: 'unverified' });
    const link = (await testApp()).messages.get(`${test.instance.id}:${email}`)?.variables['link'] ?? '';
    const opened = await browser.get('/v1/verify', { token: new URL(link).searchParams.get('token') ?? '' });
    expect(new URL(String(opened.headers['location'])).searchParams.get('__clerk_status')).toBe('verified');
    expect((await read()).body.response.status).toBe('complete');
  });
});
