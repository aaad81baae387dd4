import { beforeAll, describe, expect, it } from 'vitest';
import { address, PASSWORD } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { SoftwareAuthenticator } from '../../testing/authenticator.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { FakeGoogle } from '../../testing/google.ts';

const NEW_PASSWORD = 'orange meadow 9 kettle';
const SIGN_INS = '/v1/client/sign_ins';
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const statusOf = ({ body }: Answer) => body.response?.status ?? errorOf({ body } as Answer);

const settings = {
  attributes: {
    email_address: { verify_at_sign_up: false, first_factors: ['email_code', 'email_link'] as ('email_code' | 'email_link')[] },
    phone_number: { enabled: true, used_for_first_factor: true },
    passkey: { enabled: true },
    authenticator_app: { enabled: true },
  },
};

interface Made {
  email: string;
  browser: Browser;
  userId: string;
  device: SoftwareAuthenticator;
}

/** An account that somebody makes with an address that may be another's: with a password, a passkey, and a number on the way. */
async function makeAccount(test: TestInstance, email = address('victim')): Promise<Made> {
  const browser = test.browser();
  const made = await browser.post('/v1/client/sign_ups', { email_address: email, password: PASSWORD });
  expect(made.body.response.status, made.text).toBe('complete');
  const device = new SoftwareAuthenticator();
  const { id, verification } = (await browser.post('/v1/me/passkeys')).body.response;
  const added = await browser.post(`/v1/me/passkeys/${id}/attempt_verification`, { strategy: 'passkey', public_key_credential: device.create(verification.nonce) });
  expect(added.status, added.text).toBe(200);
  await browser.post('/v1/me/email_addresses', { email_address: address('later') });
  return { email, browser, userId: made.body.response.created_user_id, device };
}

/** The owner of the address signs in with a code to it. */
async function proveByCode(test: TestInstance, email: string, strategy = 'email_code'): Promise<{ browser: Browser; path: string; proved: Answer }> {
  const browser = test.browser();
  const begun = await browser.post(SIGN_INS, { identifier: email, strategy });
  expect(begun.status, begun.text).toBe(200);
  const path = `${SIGN_INS}/${begun.body.response.id}`;
  return { browser, path, proved: await browser.post(`${path}/attempt_first_factor`, { strategy, code: '424242' }) };
}

/** Whoever made the account has nothing left of it. */
async function expectShutOut(test: TestInstance, { browser, email, userId, device }: Made): Promise<void> {
  expect((await browser.get('/v1/client')).body.response.sessions).toEqual([]);
  expect(statusOf(await test.browser().post(SIGN_INS, { identifier: email, password: PASSWORD }))).not.toBe('complete');
  const user = (await test.bapi('GET', `/v1/users/${userId}`)).body;
  expect(user).toMatchObject({ passkeys: [], email_addresses: [{ email_address: email, verification: { status: 'verified' } }] });
  const begun = (await browser.post(SIGN_INS, { strategy: 'passkey' })).body.response;
  const answer = device.get(begun.first_factor_verification.nonce);
  expect(errorOf(await browser.post(`${SIGN_INS}/${begun.id}/attempt_first_factor`, { strategy: 'passkey', public_key_credential: answer }))).toBe('passkey_not_registered');
}

describe('an account whose address nobody had proved', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('is of whoever proves the address by a code: the password, passkey and sessions of who made it count no more', async () => {
    const made = await makeAccount(test);
    const { browser, path, proved } = await proveByCode(test, made.email);
    expect(proved.body.response).toMatchObject({ status: 'needs_new_password', created_session_id: null });
    await expectShutOut(test, made);
    expect((await browser.post(`${path}/reset_password`, { password: NEW_PASSWORD })).body.response.status).toBe('complete');
    expect(statusOf(await test.browser().post(SIGN_INS, { identifier: made.email, password: NEW_PASSWORD }))).toBe('complete');
    expect(statusOf(await test.browser().post(SIGN_INS, { identifier: made.email, password: PASSWORD }))).toBe('form_password_incorrect');
  });

  it('is theirs also when they reset the password, or leave before they have chosen one', async () => {
    const made = await makeAccount(test);
    await proveByCode(test, made.email, 'reset_password_email_code');
    await expectShutOut(test, made);
    // The password is gone, so that the next sign-in begins with a code and still asks for a new one.
    expect(statusOf((await proveByCode(test, made.email)).proved)).toBe('needs_new_password');
  });

  it('keeps everything when who has its password proves the address, too', async () => {
    const made = await makeAccount(test);
    const { email_addresses: [{ id }] } = (await made.browser.get('/v1/me')).body.response;
    await made.browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_code' });
    await made.browser.post(`/v1/me/email_addresses/${id}/attempt_verification`, { code: '424242' });
    expect(statusOf(await test.browser().post(SIGN_INS, { identifier: made.email, password: PASSWORD }))).toBe('complete');
    expect((await proveByCode(test, made.email)).proved.body.response.status).toBe('complete');
    expect((await made.browser.get('/v1/me')).body.response).toMatchObject({ id: made.userId, password_enabled: true, passkeys: [{ verification: { status: 'verified' } }] });
  });

  it('is theirs by the link of an invitation to the address', async () => {
    const made = await makeAccount(test);
    const invited = await test.bapi('POST', '/v1/invitations', { json: { email_address: made.email, ignore_existing: true } });
    const ticket = new URL(invited.body.url).searchParams.get('ticket') ?? '';
    const browser = test.browser();
    const done = await browser.post(SIGN_INS, { strategy: 'ticket', ticket });
    expect(done.body.client.sessions, done.text).toMatchObject([{ status: 'pending', tasks: [{ key: 'reset-password' }] }]);
    await expectShutOut(test, made);
  });

  it('opens to Google once the address is proved, without the password of who made it', async () => {
    const google = await FakeGoogle.start();
    const test = await createTestInstance({ settings: { ...google.settings, ...settings } });
    const made = await makeAccount(test);
    const token = { strategy: 'google_one_tap', token: await google.token({ sub: 'held-1', email: made.email }) };
    expect(errorOf(await test.browser().post(SIGN_INS, token))).toBe('external_account_exists');
    const { browser, path } = await proveByCode(test, made.email);
    await browser.post(`${path}/reset_password`, { password: NEW_PASSWORD });
    expect(statusOf(await test.browser().post(SIGN_INS, token))).toBe('complete');
    await expectShutOut(test, made);
    await google.stop();
  });

  it('is not opened by an address that was only typed where its owner has proved something else', async () => {
    const email = address('mistyped');
    const created = await test.bapi('POST', '/v1/users', { json: { email_address: [email], email_address_identification_status: ['reserved'], phone_number: ['+12015550160'], skip_password_requirement: true } });
    expect(created.status, created.text).toBe(200);
    const browser = test.browser();
    const begun = await browser.post(SIGN_INS, { identifier: email });
    const strategies = begun.body.response.supported_first_factors.map(({ strategy }: { strategy: string }) => strategy);
    expect(strategies).toEqual(['phone_code']);
    expect(errorOf(await browser.post(SIGN_INS, { identifier: email, strategy: 'email_code' }))).toBe('strategy_for_user_invalid');

    const invited = await test.bapi('POST', '/v1/invitations', { json: { email_address: email, ignore_existing: true } });
    const ticket = new URL(invited.body.url).searchParams.get('ticket') ?? '';
    expect(errorOf(await test.browser().post(SIGN_INS, { strategy: 'ticket', ticket }))).toBe('invitation_account_not_exists');
  });
});
