import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { SoftwareAuthenticator } from '../../testing/authenticator.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const settings = { attributes: { passkey: { enabled: true } } };
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;

async function addPasskey(browser: Browser, device = new SoftwareAuthenticator()): Promise<{ device: SoftwareAuthenticator; id: string; answer: Answer }> {
  const { id, verification } = (await browser.post('/v1/me/passkeys')).body.response;
  const answer = await browser.post(`/v1/me/passkeys/${id}/attempt_verification`, { strategy: 'passkey', public_key_credential: device.create(verification.nonce) });
  return { device, id, answer };
}

/** Someone with a passkey. */
async function owner(test: TestInstance, user: Record<string, unknown> = {}) {
  const person = await signedIn(test, user);
  const { device, id, answer } = await addPasskey(person.browser);
  expect(answer.status, answer.text).toBe(200);
  return { ...person, device, id };
}

/** A sign-in that waits for a passkey. */
async function challenge(browser: Browser, form: Record<string, string> = {}): Promise<{ nonce: string; begun: Answer; attempt(credential: string): Promise<Answer> }> {
  const begun = await browser.post('/v1/client/sign_ins', { strategy: 'passkey', ...form });
  expect(begun.status, begun.text).toBe(200);
  const { id, first_factor_verification: verification } = begun.body.response;
  const attempt = (credential: string) => browser.post(`/v1/client/sign_ins/${id}/attempt_first_factor`, { strategy: 'passkey', public_key_credential: credential });
  return { nonce: verification.nonce, begun, attempt };
}

describe('setting passkeys up', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('takes a challenge and the device’s answer', async () => {
    const { browser, userId } = await signedIn(test);
    const started = await browser.post('/v1/me/passkeys');
    expect(started.body.response).toMatchObject({ object: 'passkey', name: 'Chrome on Linux', last_used_at: null, verification: { status: 'unverified', strategy: 'passkey' } });
    const options = JSON.parse(started.body.response.verification.nonce);
    expect(options).toMatchObject({ rp: { id: 'localhost' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(userId);
    expect(started.body.client.sessions[0].user.passkeys).toEqual([]);

    const path = `/v1/me/passkeys/${started.body.response.id}`;
    const done = await browser.post(`${path}/attempt_verification`, { public_key_credential: new SoftwareAuthenticator().create(JSON.stringify(options)) });
    expect(done.body.response.verification).toMatchObject({ status: 'verified' });
    expect(done.body.response.verification.nonce).toBeUndefined();
    expect(done.body.client.sessions[0].user.passkeys).toEqual([done.body.response]);

    expect((await browser.patch(path, { name: 'My laptop' })).body.response.name).toBe('My laptop');
    expect((await browser.get(path)).body.response.name).toBe('My laptop');
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.passkeys).toMatchObject([{ name: 'My laptop', verification: { status: 'verified' } }]);
    expect((await browser.delete(path)).body.response).toMatchObject({ object: 'passkey', deleted: true });
    expect((await browser.get('/v1/me')).body.response.passkeys).toEqual([]);
  });

  it('takes no answer twice, late, for another page, or without its owner', async () => {
    const { browser } = await signedIn(test);
    const start = async () => (await browser.post('/v1/me/passkeys')).body.response;
    const finish = (id: string, credential: string) => browser.post(`/v1/me/passkeys/${id}/attempt_verification`, { public_key_credential: credential });
    const device = new SoftwareAuthenticator();

    const one = await start();
    for (const trick of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { unverifiedUser: true }]) {
      expect(errorOf(await finish(one.id, device.create(one.verification.nonce, trick)))).toBe('passkey_registration_failure');
    }
    expect(errorOf(await finish(one.id, '{}'))).toBe('passkey_invalid_public_key_credential');
    const answer = device.create(one.verification.nonce);
    expect((await finish(one.id, answer)).status).toBe(200);
    expect(errorOf(await finish(one.id, answer))).toBe('passkey_invalid_verification');

    const same = await start();
    expect(errorOf(await finish(same.id, device.create(same.verification.nonce)))).toBe('passkey_registration_failure');
    const other = new SoftwareAuthenticator();
    expect(errorOf(await finish(same.id, other.create(one.verification.nonce)))).toBe('passkey_registration_failure');
    await advance(10 * MINUTE + 1);
    expect(errorOf(await finish(same.id, other.create(same.verification.nonce)))).toBe('passkey_invalid_verification');
  });

  it('ends at ten', async () => {
    const { browser } = await signedIn(test);
    for (let count = 0; count < 10; count++) expect((await addPasskey(browser)).answer.status).toBe(200);
    expect(errorOf(await browser.post('/v1/me/passkeys'))).toBe('passkey_quota_exceeded');
  });

  it('is nobody else’s business', async () => {
    const { id, userId } = await owner(test);
    const { browser } = await signedIn(test);
    for (const answer of [await browser.get(`/v1/me/passkeys/${id}`), await browser.patch(`/v1/me/passkeys/${id}`, { name: 'mine' }), await browser.delete(`/v1/me/passkeys/${id}`)]) {
      expect(answer.status).toBe(404);
    }
    const elsewhere = await createTestInstance({ settings });
    expect((await elsewhere.bapi('DELETE', `/v1/users/${userId}/passkeys/${id}`)).status).toBe(404);
    expect((await test.bapi('DELETE', `/v1/users/${userId}/passkeys/${id}`)).body).toMatchObject({ object: 'passkey', id, deleted: true });
  });

  it('is refused where passkeys are off', async () => {
    const { browser } = await signedIn(await createTestInstance());
    expect(errorOf(await browser.post('/v1/me/passkeys'))).toBe('user_settings_invalid');
    expect(errorOf(await browser.post('/v1/client/sign_ins', { strategy: 'passkey' }))).toMatch(/strategy_for_user_invalid|session_exists/);
  });
});

describe('signing in with a passkey', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('without an identifier', async () => {
    const { device, userId } = await owner(test);
    const { nonce, begun, attempt } = await challenge(test.browser());
    expect(begun.body.response.status).toBe('needs_identifier');
    expect(JSON.parse(nonce)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    const done = await attempt(device.get(nonce));
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy: 'passkey', status: 'verified' } });
    const [session] = done.body.client.sessions;
    expect(session.user).toMatchObject({ id: userId, passkeys: [{ last_used_at: expect.any(Number) }] });
    expect(session.factor_verification_age).toEqual([0, 0]);
  });

  it('is not possible for who has none', async () => {
    const { email } = await signedIn(test);
    const refused = await test.browser().post('/v1/client/sign_ins', { identifier: email, strategy: 'passkey' });
    expect([refused.status, errorOf(refused)]).toEqual([400, 'no_passkeys_found_for_user']);
  });

  it('with an identifier, and with that person’s passkey only', async () => {
    const [one, other] = [await owner(test), await owner(test)];
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ins', { identifier: one.email });
    expect(begun.body.response.supported_first_factors).toContainEqual({ strategy: 'passkey' });
    const path = `/v1/client/sign_ins/${begun.body.response.id}`;
    const { nonce } = (await browser.post(`${path}/prepare_first_factor`, { strategy: 'passkey' })).body.response.first_factor_verification;
    const attempt = (credential: string) => browser.post(`${path}/attempt_first_factor`, { strategy: 'passkey', public_key_credential: credential });
    expect(errorOf(await attempt(other.device.get(nonce)))).toBe('passkey_not_registered');
    expect((await attempt(one.device.get(nonce))).body.response.status).toBe('complete');
  });

  it('refuses what is signed for another page, host or challenge, without the owner, or too late', async () => {
    const { device } = await owner(test);
    const { nonce, attempt } = await challenge(test.browser());
    for (const trick of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { unverifiedUser: true }]) {
      expect(errorOf(await attempt(device.get(nonce, trick)))).toBe('passkey_authentication_failure');
    }
    const other = await challenge(test.browser());
    expect(errorOf(await attempt(device.get(other.nonce)))).toBe('passkey_authentication_failure');
    expect(errorOf(await attempt(new SoftwareAuthenticator().get(nonce)))).toBe('passkey_not_registered');
    expect(errorOf(await attempt('not json'))).toBe('passkey_invalid_public_key_credential');
    await advance(10 * MINUTE + 1);
    expect(errorOf(await attempt(device.get(nonce)))).toBe('passkey_invalid_verification');
  });

  it('lets an answer pass once, and no copy of the device that is behind in its count', async () => {
    const { device } = await owner(test);
    const { nonce, attempt } = await challenge(test.browser());
    const answer = device.get(nonce, { counter: 7 });
    const answers = await Promise.all(Array.from({ length: 4 }, () => attempt(answer)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const later = await challenge(test.browser());
    expect(errorOf(await later.attempt(device.get(later.nonce, { counter: 7 })))).toBe('passkey_authentication_failure');
    expect((await later.attempt(device.get(later.nonce, { counter: 8 }))).status).toBe(200);
  });

  it('of another instance is unknown', async () => {
    const { device } = await owner(test);
    const elsewhere = await createTestInstance({ settings });
    const { nonce, attempt } = await challenge(elsewhere.browser());
    expect(errorOf(await attempt(device.get(nonce)))).toBe('passkey_not_registered');
  });

  it('shows under enumeration protection the same for everybody', async () => {
    const hiding = await createTestInstance({ settings: { ...settings, attack_protection: { enumeration_protection: true } } });
    const { email, device } = await owner(hiding);
    const shown = async (identifier: string) => {
      const { begun } = await challenge(hiding.browser(), { identifier });
      return begun.body.response.supported_first_factors.map((factor: { strategy: string }) => factor.strategy);
    };
    expect(await shown('nobody@example.com')).toEqual(await shown(email));
    const decoy = await challenge(hiding.browser(), { identifier: 'nobody@example.com' });
    expect(errorOf(await decoy.attempt(device.get(decoy.nonce)))).toBe('passkey_not_registered');
    const real = await challenge(hiding.browser(), { identifier: email });
    expect((await real.attempt(device.get(real.nonce))).body.response.status).toBe('complete');
  });

  it.each([
    [true, 'complete'],
    [false, 'needs_second_factor'],
  ])('counts as both factors where the instance says so (%s)', async (satisfies, status) => {
    const strict = await createTestInstance({ settings: { attributes: { ...settings.attributes, authenticator_app: { enabled: true } }, passkey: { satisfies_second_factor: satisfies } } });
    const { device, email } = await owner(strict, { totp_secret: 'JBSWY3DPEHPK3PXP' });
    const withPassword = await strict.browser().post('/v1/client/sign_ins', { identifier: email, password: PASSWORD });
    expect(withPassword.body.response.status).toBe('needs_second_factor');
    const { nonce, attempt } = await challenge(strict.browser());
    const done = await attempt(device.get(nonce));
    expect(done.body.response).toMatchObject({ status, second_factor_verification: null });
  });
});
