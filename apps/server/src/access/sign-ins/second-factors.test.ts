import { beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../../platform/clock.ts';
import { codeOf, fromBase32, stepAt } from '../../people/totp/algorithm.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const settings = { attributes: { authenticator_app: { enabled: true }, backup_code: { enabled: true } } };
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const STEP = 30 * SECOND;

/** What an authenticator app shows at this moment. */
async function shownBy(secret: string): Promise<string> {
  const bytes = fromBase32(secret);
  if (!bytes) throw new Error('Not base32.');
  return codeOf(bytes, stepAt((await testApp()).clock.now()));
}

interface Someone {
  browser: Browser;
  userId: string;
  email: string;
  secret: string;
  backupCodes: string[];
}

/** Someone with an authenticator app and backup codes; half a minute later, so that the app shows another code. */
async function protectedPerson(test: TestInstance): Promise<Someone> {
  const { browser, userId, email } = await signedIn(test);
  const { body } = await browser.post('/v1/me/totp');
  const { secret } = body.response;
  const confirmed = await browser.post('/v1/me/totp/attempt_verification', { code: await shownBy(secret) });
  expect(confirmed.status, confirmed.text).toBe(200);
  await advance(STEP);
  return { browser, userId, email, secret, backupCodes: confirmed.body.response.backup_codes };
}

/** A sign-in that has proved the password. */
async function halfway(test: TestInstance, email: string): Promise<{ attempt(strategy: string, code: string): Promise<Answer>; begun: Answer }> {
  const browser = test.browser();
  const begun = await browser.post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
  expect(begun.body.response.status, begun.text).toBe('needs_second_factor');
  const path = `/v1/client/sign_ins/${begun.body.response.id}/attempt_second_factor`;
  return { begun, attempt: (strategy, code) => browser.post(path, { strategy, code }) };
}

describe('authenticator apps', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('are set up with a secret and a first code', async () => {
    const { browser, email } = await signedIn(test);
    const started = await browser.post('/v1/me/totp');
    expect(started.body.response).toMatchObject({ object: 'totp', verified: false, secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
    expect(started.body.response.uri).toContain(encodeURIComponent(email));
    expect(started.body.client.sessions[0].user).toMatchObject({ totp_enabled: false, two_factor_enabled: false, mfa_enabled_at: null });

    expect(errorOf(await browser.post('/v1/me/totp/attempt_verification', { code: '000000' }))).toBe('form_code_incorrect');
    const { secret } = (await browser.post('/v1/me/totp')).body.response;
    expect(secret).not.toBe(started.body.response.secret);
    const confirmed = await browser.post('/v1/me/totp/attempt_verification', { code: await shownBy(secret) });
    expect(confirmed.body.response).toMatchObject({ verified: true, secret: null, uri: null, backup_codes: expect.any(Array) });
    expect(confirmed.body.client.sessions[0].user).toMatchObject({ totp_enabled: true, backup_code_enabled: true, two_factor_enabled: true, mfa_enabled_at: expect.any(Number) });
    expect(errorOf(await browser.post('/v1/me/totp'))).toBe('totp_already_enabled');
  });

  it('are the second factor of a sign-in', async () => {
    const { email, secret, userId } = await protectedPerson(test);
    const { attempt, begun } = await halfway(test, email);
    expect(begun.body.response.supported_second_factors).toEqual([{ strategy: 'totp' }, { strategy: 'backup_code' }]);
    expect(errorOf(await attempt('totp', '000000'))).toBe('form_code_incorrect');
    const done = await attempt('totp', await shownBy(secret));
    expect(done.body.response).toMatchObject({ status: 'complete', second_factor_verification: { strategy: 'totp', status: 'verified' } });
    expect(done.body.client.sessions[0]).toMatchObject({ user: { id: userId }, factor_verification_age: [0, 0] });
  });

  it('accept a code once, whoever shows it again', async () => {
    const { email, secret } = await protectedPerson(test);
    const code = await shownBy(secret);
    const attempts = await Promise.all(Array.from({ length: 4 }, () => halfway(test, email)));
    const answers = await Promise.all(attempts.map(({ attempt }) => attempt('totp', code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422, 422]);
    const late = await halfway(test, email);
    expect(errorOf(await late.attempt('totp', code))).toBe('form_code_incorrect');
  });

  it('do not accept a code that is older than the last', async () => {
    const { email, secret } = await protectedPerson(test);
    const old = await shownBy(secret);
    await advance(STEP);
    expect((await (await halfway(test, email)).attempt('totp', await shownBy(secret))).status).toBe(200);
    expect(errorOf(await (await halfway(test, email)).attempt('totp', old))).toBe('form_code_incorrect');
  });

  it('serve nobody else, and no other instance', async () => {
    const [one, other] = [await protectedPerson(test), await protectedPerson(test)];
    expect(errorOf(await (await halfway(test, other.email)).attempt('totp', await shownBy(one.secret)))).toBe('form_code_incorrect');
    const elsewhere = await createTestInstance({ settings });
    expect((await elsewhere.bapi('POST', `/v1/users/${one.userId}/verify_totp`, { json: { code: await shownBy(one.secret) } })).status).toBe(404);
    expect((await elsewhere.bapi('DELETE', `/v1/users/${one.userId}/totp`)).status).toBe(404);
  });

  it('complete no sign-in whose password was changed since it was proved', async () => {
    const { userId, email, secret } = await protectedPerson(test);
    const { attempt } = await halfway(test, email);
    await advance(SECOND);
    const changed = await test.bapi('PATCH', `/v1/users/${userId}`, { json: { password: 'orange meadow 9 kettle' } });
    expect(changed.status, changed.text).toBe(200);
    expect(errorOf(await attempt('totp', await shownBy(secret)))).toBe('client_state_invalid');
  });

  it('are stored encrypted', async () => {
    const { userId, secret } = await protectedPerson(test);
    const row = await test.ctx.db.selectFrom('totps').selectAll().where('user_id', '=', userId).executeTakeFirstOrThrow();
    expect(row.secret_encrypted.includes(fromBase32(secret) ?? Buffer.alloc(0))).toBe(false);
    expect(row.secret_encrypted.toString('latin1')).not.toContain(secret);
  });

  it('are turned off by their owner; backup codes go with them', async () => {
    const { browser } = await protectedPerson(test);
    expect((await browser.delete('/v1/me/totp')).body.response).toMatchObject({ object: 'totp', deleted: true });
    expect((await browser.get('/v1/me')).body.response).toMatchObject({ totp_enabled: false, backup_code_enabled: false, two_factor_enabled: false, mfa_enabled_at: null, mfa_disabled_at: expect.any(Number) });
    expect((await browser.delete('/v1/me/totp')).status).toBe(404);
  });

  it('cannot be set up where they are off', async () => {
    const { browser } = await signedIn(await createTestInstance());
    expect(errorOf(await browser.post('/v1/me/totp'))).toBe('user_settings_invalid');
  });

  it('come along from another system', async () => {
    const json = { email_address: ['imported+clerk_test@example.com'], password: PASSWORD, totp_secret: 'JBSWY3DPEHPK3PXP', backup_codes: ['ABCD-1234'] };
    const created = await test.bapi('POST', '/v1/users', { json });
    expect(created.body).toMatchObject({ totp_enabled: true, backup_code_enabled: true, two_factor_enabled: true });
    expect((await (await halfway(test, json.email_address[0] ?? '')).attempt('totp', await shownBy(json.totp_secret))).status).toBe(200);
    expect((await (await halfway(test, json.email_address[0] ?? '')).attempt('backup_code', 'abcd1234')).status).toBe(200);
  });
});

describe('backup codes', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('are ten, and stand in for the second factor once each', async () => {
    const { email, backupCodes } = await protectedPerson(test);
    expect(new Set(backupCodes).size).toBe(10);
    const [first = '', second = ''] = backupCodes;
    const done = await (await halfway(test, email)).attempt('backup_code', first);
    expect(done.body.response).toMatchObject({ status: 'complete', second_factor_verification: { strategy: 'backup_code', status: 'verified' } });
    expect(errorOf(await (await halfway(test, email)).attempt('backup_code', first))).toBe('form_code_incorrect');

    const attempts = await Promise.all(Array.from({ length: 4 }, () => halfway(test, email)));
    const answers = await Promise.all(attempts.map(({ attempt }) => attempt('backup_code', second.toUpperCase())));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422, 422, 422]);
  });

  it('are replaced all at once', async () => {
    const { browser, email, backupCodes } = await protectedPerson(test);
    const made = await browser.post('/v1/me/backup_codes/');
    expect(made.body.response).toMatchObject({ object: 'backup_code', codes: expect.any(Array) });
    const { attempt } = await halfway(test, email);
    expect(errorOf(await attempt('backup_code', backupCodes[0] ?? ''))).toBe('form_code_incorrect');
    expect((await attempt('backup_code', made.body.response.codes[0])).body.response.status).toBe('complete');
  });

  it('need another second factor to stand in for', async () => {
    const { browser } = await signedIn(test);
    expect(errorOf(await browser.post('/v1/me/backup_codes'))).toBe('backup_codes_not_available');
  });

  it('serve nobody else, and no other instance', async () => {
    const [one, two] = [await protectedPerson(test), await protectedPerson(test)];
    const elsewhere = await createTestInstance({ settings });
    const stranger = await protectedPerson(elsewhere);
    const [code = ''] = one.backupCodes;
    expect(errorOf(await (await halfway(test, two.email)).attempt('backup_code', code))).toBe('form_code_incorrect');
    expect(errorOf(await (await halfway(elsewhere, stranger.email)).attempt('backup_code', code))).toBe('form_code_incorrect');
    expect((await (await halfway(test, one.email)).attempt('backup_code', code)).body.response.status).toBe('complete');
  });

  it('are guessed for a while only', async () => {
    const strict = await createTestInstance({ settings: { ...settings, attack_protection: { lockout_max_attempts: 3 } } });
    const { email, backupCodes } = await protectedPerson(strict);
    const { attempt } = await halfway(strict, email);
    for (let guess = 0; guess < 3; guess++) expect(errorOf(await attempt('backup_code', `wrong${guess}`))).toBe('form_code_incorrect');
    expect(errorOf(await attempt('backup_code', backupCodes[0] ?? ''))).toBe('user_locked');
  });
});

describe('second factors, for servers', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('are checked, and used up', async () => {
    const { userId, secret, backupCodes } = await protectedPerson(test);
    const verify = (code: string) => test.bapi('POST', `/v1/users/${userId}/verify_totp`, { json: { code } });
    const code = await shownBy(secret);
    expect((await verify(code)).body).toEqual({ verified: true, code_type: 'totp' });
    expect(errorOf(await verify(code))).toBe('totp_incorrect_code');
    expect((await verify(backupCodes[0] ?? '')).body).toEqual({ verified: true, code_type: 'backup_code' });
    expect(errorOf(await verify(backupCodes[0] ?? ''))).toBe('totp_incorrect_code');
  });

  it('are taken away one by one, or all at once', async () => {
    const { userId } = await protectedPerson(test);
    const flags = async () => {
      const { body } = await test.bapi('GET', `/v1/users/${userId}`);
      return [body.totp_enabled, body.backup_code_enabled, body.two_factor_enabled];
    };
    expect((await test.bapi('DELETE', `/v1/users/${userId}/backup_code`)).body).toEqual({ user_id: userId });
    expect(await flags()).toEqual([true, false, true]);
    expect((await test.bapi('DELETE', `/v1/users/${userId}/mfa`)).body).toEqual({ user_id: userId });
    expect(await flags()).toEqual([false, false, false]);
    expect(errorOf(await test.bapi('POST', `/v1/users/${userId}/verify_totp`, { json: { code: '123456' } }))).toBe('totp_disabled');
    expect((await test.bapi('DELETE', `/v1/users/${userId}/totp`)).status).toBe(200);
  });
});
