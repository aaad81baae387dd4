import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { SoftwareAuthenticator } from '../../testing/authenticator.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { addAuthenticatorApp, reverificationOf, shownBy } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const settings = {
  attributes: {
    phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true },
    authenticator_app: { enabled: true },
    backup_code: { enabled: true },
    passkey: { enabled: true },
  },
};

/** The ages of the factors, as the next session token tells them. */
async function fva(browser: Browser): Promise<unknown> {
  const { jwt } = (await browser.post(`/v1/client/sessions/${browser.sessionId}/tokens`)).body;
  return decodeJwt(jwt)['fva'];
}

describe('reverification by one factor', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('by the password, and the next token says so', async () => {
    const { browser } = await signedIn(test);
    await advance(20 * MINUTE);
    expect(await fva(browser)).toEqual([20, 20]);
    const { start, attempt } = reverificationOf(browser);
    const begun = await start('first_factor');
    expect(begun.body.response).toMatchObject({
      object: 'session_reverification',
      level: 'first_factor',
      status: 'needs_first_factor',
      supported_first_factors: [{ strategy: 'password' }, { strategy: 'email_code', safe_identifier: expect.stringMatching(/^p\*\*\*@/), primary: true }],
      supported_second_factors: null,
      session: { id: browser.sessionId, object: 'session', status: 'active' },
    });
    expect(errorOf(await attempt('first', { strategy: 'password', password: 'not it at all' }))).toBe('form_password_incorrect');
    const done = await attempt('first', { strategy: 'password', password: PASSWORD });
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy: 'password', status: 'verified' } });
    expect(done.body.client.sessions[0].factor_verification_age).toEqual([0, -1]);
    expect(await fva(browser)).toEqual([0, -1]);
  });

  it('by a code sent to an address or a number, once', async () => {
    const { browser, email } = await signedIn(test, { phone_number: ['+12015550160'] });
    for (const [strategy, to] of [['email_code', email], ['phone_code', '+12015550160']] as const) {
      const { start, prepare, attempt } = reverificationOf(browser);
      await start('first_factor');
      expect(errorOf(await attempt('first', { strategy, code: '424242' }))).toBe('verification_missing');
      const prepared = await prepare('first', { strategy });
      expect(prepared.body.response.first_factor_verification, to).toMatchObject({ strategy, status: 'unverified' });
      expect(errorOf(await attempt('first', { strategy, code: '111111' }))).toBe('form_code_incorrect');
      expect((await attempt('first', { strategy, code: '424242' })).body.response.status).toBe('complete');
      expect(errorOf(await attempt('first', { strategy, code: '424242' }))).toBe('verification_already_verified');
    }
  });

  it('by a passkey, which proves both factors', async () => {
    const { browser } = await signedIn(test);
    const device = new SoftwareAuthenticator();
    const { id, verification } = (await browser.post('/v1/me/passkeys')).body.response;
    await browser.post(`/v1/me/passkeys/${id}/attempt_verification`, { strategy: 'passkey', public_key_credential: device.create(verification.nonce) });
    await addAuthenticatorApp(browser);
    const { start, prepare, attempt } = reverificationOf(browser);
    expect((await start('multi_factor')).body.response).toMatchObject({ level: 'multi_factor', status: 'needs_first_factor' });
    const { nonce } = (await prepare('first', { strategy: 'passkey' })).body.response.first_factor_verification;
    const stranger = new SoftwareAuthenticator();
    expect(errorOf(await attempt('first', { strategy: 'passkey', public_key_credential: stranger.get(nonce) }))).toBe('passkey_not_registered');
    const done = await attempt('first', { strategy: 'passkey', public_key_credential: device.get(nonce) });
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy: 'passkey', status: 'verified' }, second_factor_verification: null });
    expect(await fva(browser)).toEqual([0, 0]);
  });

  it('of people without a second factor, whatever level is wanted', async () => {
    const { browser } = await signedIn(test);
    for (const level of ['second_factor', 'multi_factor']) {
      expect((await reverificationOf(browser).start(level)).body.response).toMatchObject({ level: 'first_factor', status: 'needs_first_factor' });
    }
    expect((await reverificationOf(browser).start('strict')).status).toBe(422);
  });
});

describe('reverification by a second factor', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('by a code of the authenticator app, or one of the backup codes, once each', async () => {
    const { browser } = await signedIn(test);
    const { secret, backupCodes } = await addAuthenticatorApp(browser);
    await advance(20 * MINUTE);
    const { start, attempt } = reverificationOf(browser);
    expect((await start('second_factor')).body.response).toMatchObject({
      level: 'second_factor',
      status: 'needs_second_factor',
      supported_second_factors: [{ strategy: 'totp' }, { strategy: 'backup_code' }],
    });
    const code = await shownBy(secret);
    expect((await attempt('second', { strategy: 'totp', code })).body.response).toMatchObject({ status: 'complete', second_factor_verification: { strategy: 'totp' } });
    expect(await fva(browser)).toEqual([20, 0]);

    await start('second_factor');
    expect(errorOf(await attempt('second', { strategy: 'totp', code }))).toBe('form_code_incorrect');
    const backup = { strategy: 'backup_code', code: backupCodes[0] ?? '' };
    expect((await attempt('second', backup)).body.response.status).toBe('complete');
    await start('second_factor');
    expect(errorOf(await attempt('second', backup))).toBe('form_code_incorrect');
  });

  it('by a code sent to the number that is kept for it', async () => {
    const { browser } = await signedIn(test, { phone_number: ['+12015550161'] });
    const [phone] = (await browser.get('/v1/me/phone_numbers')).body;
    await browser.patch(`/v1/me/phone_numbers/${phone.id}`, { reserved_for_second_factor: true });
    const { start, prepare, attempt } = reverificationOf(browser);
    const begun = await start('second_factor');
    expect(begun.body.response.supported_second_factors[0]).toMatchObject({ strategy: 'phone_code', phone_number_id: phone.id, default: true });
    expect(errorOf(await prepare('second', { strategy: 'phone_code', phone_number_id: 'idn_other' }))).toBe('form_resource_not_found');
    await prepare('second');
    expect((await attempt('second', { strategy: 'phone_code', code: '424242' })).body.response.status).toBe('complete');
  });

  it('after the first one, where both are wanted', async () => {
    const { browser } = await signedIn(test);
    const { secret } = await addAuthenticatorApp(browser);
    await advance(30 * SECOND);
    const { start, prepare, attempt } = reverificationOf(browser);
    await start('multi_factor');
    expect(errorOf(await attempt('second', { strategy: 'totp', code: await shownBy(secret) }))).toBe('invalid_action_for_session_reverification');
    expect(errorOf(await prepare('second'))).toBe('invalid_action_for_session_reverification');
    expect((await attempt('first', { strategy: 'password', password: PASSWORD })).body.response.status).toBe('needs_second_factor');
    expect((await attempt('second', { strategy: 'totp', code: await shownBy(secret) })).body.response.status).toBe('complete');
    expect(await fva(browser)).toEqual([0, 0]);
  });
});
