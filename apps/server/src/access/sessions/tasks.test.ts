import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { codeOf as totpCode, fromBase32, stepAt } from '../../people/totp/algorithm.ts';
import { PASSWORD, signInAgain, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { reverificationOf } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const NEW_PASSWORD = 'amber window 9 forest';

/** The session of a browser, as its client and as its token tell it. */
async function sessionOf(browser: Browser) {
  const [session] = (await browser.get('/v1/client')).body.response.sessions;
  const token = (await browser.post(`/v1/client/sessions/${session.id}/tokens`)).body.jwt;
  return { id: session.id, status: session.status, tasks: session.tasks, sts: decodeJwt(token)['sts'] };
}

describe('a password that others may know', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });
  const compromise = (userId: string, json?: object) => test.bapi('POST', `/v1/users/${userId}/password/set_compromised`, json ? { json } : {});
  const unset = (userId: string) => test.bapi('POST', `/v1/users/${userId}/password/unset_compromised`);

  it('must be changed at the next sign-in, and by nobody else’s session', async () => {
    const { browser, userId, email } = await signedIn(test);
    expect((await compromise(userId)).body).toMatchObject({ object: 'user', id: userId });
    expect((await sessionOf(browser)).status).toBe('active');
    const begun = await test.browser().post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    expect(begun.body.response.status).toBe('needs_new_password');
  });

  it('makes the session pending that a ticket leads to, until it is changed', async () => {
    const { userId } = await signedIn(test);
    await compromise(userId);
    const browser = await signInAgain(test, userId);
    const { id, ...pending } = await sessionOf(browser);
    expect(pending).toEqual({ status: 'pending', tasks: [{ key: 'reset-password' }], sts: 'pending' });
    const listed = async (status: string) => (await test.bapi('GET', '/v1/sessions', { query: { user_id: userId, status } })).body.map((one: { id: string }) => one.id);
    expect(await listed('pending')).toEqual([id]);
    expect(await listed('active')).not.toContain(id);
    expect((await test.bapi('GET', `/v1/sessions/${id}`)).body).toMatchObject({ status: 'pending', tasks: [{ key: 'reset-password' }] });

    await browser.post('/v1/me/change_password', { current_password: PASSWORD, new_password: NEW_PASSWORD });
    expect(await sessionOf(browser)).toEqual({ id, status: 'active', tasks: null, sts: 'active' });
    expect((await sessionOf(await signInAgain(test, userId))).status).toBe('active');
  });

  it('need not be told once more by whoever replaces it, even where sensitive changes ask for no proof', async () => {
    const trusting = await createTestInstance({ settings: { attack_protection: { reverification: false } } });
    const { browser: before, userId, email } = await signedIn(trusting);
    await trusting.bapi('POST', `/v1/users/${userId}/password/set_compromised`);
    const browser = await signInAgain(trusting, userId);
    const change = (one: Browser) => one.post('/v1/me/change_password', { new_password: NEW_PASSWORD });
    expect((await change(before)).body.errors[0].meta).toEqual({ param_name: 'current_password' });
    expect((await change(browser)).status).toBe(200);
    expect((await sessionOf(browser)).status).toBe('active');
    expect((await trusting.browser().post('/v1/client/sign_ins', { identifier: email, password: NEW_PASSWORD })).body.response.status).toBe('complete');
  });

  it('can end all sessions at once, and turn out to be secret after all', async () => {
    const { browser, userId, email } = await signedIn(test);
    await compromise(userId, { revoke_all_sessions: true });
    expect((await browser.get('/v1/me')).status).toBe(401);
    const waiting = await signInAgain(test, userId);
    expect((await sessionOf(waiting)).status).toBe('pending');
    await unset(userId);
    expect((await sessionOf(waiting)).status).toBe('active');
    expect((await test.browser().post('/v1/client/sign_ins', { identifier: email, password: PASSWORD })).body.response.status).toBe('complete');
  });

  it('is needed, and somebody of this instance', async () => {
    const { userId } = await signedIn(test);
    const other = await createTestInstance();
    for (const verb of ['set', 'unset']) expect(codeOf(await other.bapi('POST', `/v1/users/${userId}/password/${verb}_compromised`))).toBe('resource_not_found');
    const { id } = (await test.bapi('POST', '/v1/users', { json: { email_address: [`none-${userId}@example.com`], skip_password_requirement: true } })).body;
    expect(codeOf(await compromise(id))).toBe('no_password_set');
  });

  it('is nothing to whoever acts as the user', async () => {
    const { userId } = await signedIn(test);
    await compromise(userId);
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    const browser = test.browser();
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    expect((await sessionOf(browser)).status).toBe('active');
  });
});

describe('where everyone must have a second factor', () => {
  it('sessions are pending until it is set up', async () => {
    const test = await createTestInstance({ settings: { sign_in: { second_factor_required: true }, attributes: { authenticator_app: { enabled: true } } } });
    const { browser, userId } = await signedIn(test);
    expect(await sessionOf(browser)).toMatchObject({ status: 'pending', tasks: [{ key: 'setup-mfa' }], sts: 'pending' });
    await browser.patch('/v1/me', { unsafe_metadata: '{"a":1}' });
    expect((await sessionOf(browser)).status).toBe('pending');
    const { secret } = (await browser.post('/v1/me/totp')).body.response;
    await browser.post('/v1/me/totp/attempt_verification', { code: totpCode(fromBase32(secret) ?? Buffer.of(), stepAt(test.ctx.platform.clock.now())) });
    expect(await sessionOf(browser)).toMatchObject({ status: 'active', tasks: null, sts: 'active' });
    expect((await sessionOf(await signInAgain(test, userId))).status).toBe('active');
  });

  it('a phone number that is kept for it will do, also of someone who takes their time', async () => {
    const test = await createTestInstance({ settings: { sign_in: { second_factor_required: true }, attributes: { phone_number: { enabled: true, used_for_second_factor: true } } } });
    const { browser } = await signedIn(test, { phone_number: ['+12015550188'] });
    expect((await sessionOf(browser)).tasks).toEqual([{ key: 'setup-mfa' }]);
    await advance(11 * MINUTE);
    const [phone] = (await browser.get('/v1/me/phone_numbers')).body;
    const reserve = () => browser.patch(`/v1/me/phone_numbers/${phone.id}`, { reserved_for_second_factor: true });
    expect(codeOf(await reserve())).toBe('session_reverification_required');
    const { start, attempt } = reverificationOf(browser);
    expect((await start('second_factor')).body.response.session).toMatchObject({ status: 'pending', tasks: [{ key: 'setup-mfa' }] });
    await attempt('first', { strategy: 'password', password: PASSWORD });
    expect((await reserve()).status).toBe(200);
    expect(await sessionOf(browser)).toMatchObject({ status: 'active', tasks: null, sts: 'active' });
  });

  it('nothing is asked of people who cannot set one up', async () => {
    const test = await createTestInstance({ settings: { sign_in: { second_factor_required: true } } });
    const { browser } = await signedIn(test);
    expect((await sessionOf(browser)).status).toBe('active');
  });
});
