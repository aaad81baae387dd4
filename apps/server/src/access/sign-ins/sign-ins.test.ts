import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { addContact, createUser, findUser, lockUser, type NewUser } from '../../people/users/service.ts';
import { hashPassword, type PasswordHash } from '../../people/passwords/service.ts';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const PASSWORD = 'violet lantern 7 river';
const PATH = '/v1/client/sign_ins';
let hash: PasswordHash;
beforeAll(async () => {
  hash = await hashPassword(PASSWORD);
});
const unique = () => `p${randomBytes(5).toString('hex')}`;

/** A user with a password and a verified email address that is not a test identity. */
async function person(test: TestInstance, more: NewUser = {}): Promise<{ userId: string; address: string }> {
  const address = `${unique()}@example.com`;
  const { user } = await createUser(test.ctx, { emails: [{ address, verified: true }], password: hash, firstName: 'Ada', ...more });
  return { userId: user.id, address };
}

async function begin(browser: Browser, form: Record<string, string>): Promise<Answer & { id: string }> {
  const answer = await browser.post(PATH, form);
  expect(answer.status, answer.text).toBe(200);
  return { ...answer, id: answer.body.response.id };
}

const step = (browser: Browser, id: string, verb: string, form: Record<string, string | boolean>) => browser.post(`${PATH}/${id}/${verb}`, form);
const prepare = (browser: Browser, id: string, strategy = 'email_code') => step(browser, id, 'prepare_first_factor', { strategy });
const attempt = (browser: Browser, id: string, code: string, strategy = 'email_code') => step(browser, id, 'attempt_first_factor', { strategy, code });
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const errorOf = (answer: Answer) => [answer.status, codeOf(answer), answer.body.errors?.[0]?.meta?.param_name];
const strategiesOf = (answer: Answer) => answer.body.response.supported_first_factors.map((factor: { strategy: string }) => factor.strategy);

function expectSignedIn(answer: Answer, userId: string): void {
  expect(answer.status, answer.text).toBe(200);
  const { response, client } = answer.body;
  expect(response.status).toBe('complete');
  expect(client).toMatchObject({ last_active_session_id: response.created_session_id, sign_in: null, sign_up: null });
  const session = client.sessions.find((one: { id: string }) => one.id === response.created_session_id);
  expect(session).toMatchObject({ status: 'active', user: { id: userId } });
}

describe('signing in', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { username: { enabled: true, used_for_first_factor: true }, phone_number: { enabled: true, used_for_first_factor: true } } } });
  });

  it('with email address and password in one call', async () => {
    const { userId, address } = await person(test);
    const answer = await begin(test.browser(), { identifier: address.toUpperCase(), password: PASSWORD, strategy: 'password' });
    expectSignedIn(answer, userId);
    expect(answer.body.response.first_factor_verification).toMatchObject({ object: 'verification_password', status: 'verified', strategy: 'password' });
    expect(answer.body.client.last_authentication_strategy).toBe('password');
    expect((await findUser(test.ctx, userId))?.last_sign_in_at).not.toBeNull();
  });

  it('with an identifier first, then a code', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const begun = await begin(browser, { identifier: address });
    expect(begun.body.response).toMatchObject({
      object: 'sign_in_attempt',
      status: 'needs_first_factor',
      identifier: address,
      supported_identifiers: ['email_address', 'phone_number', 'username'],
      supported_second_factors: null,
      first_factor_verification: null,
      user_data: { first_name: 'Ada', last_name: null, has_image: false },
      created_session_id: null,
    });
    expect(strategiesOf(begun)).toEqual(['password', 'email_code', 'reset_password_email_code']);
    expect(begun.body.response.supported_first_factors[1]).toMatchObject({ safe_identifier: address, primary: true, email_address_id: expect.stringMatching(/^idn_/) });
    expect(begun.body.client.sign_in.id).toBe(begun.id);

    const prepared = await prepare(browser, begun.id);
    expect(prepared.body.response.first_factor_verification).toMatchObject({ object: 'verification_otp', status: 'unverified', strategy: 'email_code', attempts: 0 });
    expectSignedIn(await attempt(browser, begun.id, test.lastCode(address)), userId);
    expect((await browser.get(`${PATH}/${begun.id}`)).body.response.status).toBe('complete');
  });

  it('with a code that is sent at once', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address, strategy: 'email_code' });
    expectSignedIn(await attempt(browser, id, test.lastCode(address)), userId);
  });

  it('with a phone number', async () => {
    const number = '+14155550000'.replace('0000', String(2000 + Math.floor(Math.random() * 7000)));
    const { userId } = await person(test, { emails: [], phones: [{ number, verified: true }] });
    const browser = test.browser();
    const begun = await begin(browser, { identifier: `${number.slice(0, 2)} ${number.slice(2)}` });
    expect(strategiesOf(begun)).toEqual(['password', 'phone_code', 'reset_password_phone_code']);
    await prepare(browser, begun.id, 'phone_code');
    expectSignedIn(await attempt(browser, begun.id, test.lastCode(number), 'phone_code'), userId);
  });

  it('with a username; its addresses are shown only in part', async () => {
    const username = unique();
    const { userId, address } = await person(test, { username });
    const browser = test.browser();
    const begun = await begin(browser, { identifier: username.toUpperCase() });
    const shown = begun.body.response.supported_first_factors.find((factor: { strategy: string }) => factor.strategy === 'email_code');
    expect(shown.safe_identifier).toBe(`${address.charAt(0)}***@e***.com`);
    expectSignedIn(await step(browser, begun.id, 'attempt_first_factor', { strategy: 'password', password: PASSWORD }), userId);
  });

  it('sends the code where it is asked to', async () => {
    const { userId, address } = await person(test);
    const other = `${unique()}@example.com`;
    const { id: otherId } = await addContact(test.ctx, emailAddresses, userId, { value: other, verified: true, reserved: false, verificationId: null });
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address });
    await step(browser, id, 'prepare_first_factor', { strategy: 'email_code', email_address_id: otherId });
    expect(errorOf(await step(browser, id, 'prepare_first_factor', { strategy: 'email_code', email_address_id: 'idn_none' }))).toEqual([422, 'form_resource_not_found', 'email_address_id']);
    expectSignedIn(await attempt(browser, id, test.lastCode(other)), userId);
  });

  it('refuses who is unknown, unverified or not asked in the right way', async () => {
    const browser = test.browser();
    const { userId, address } = await person(test);
    const unproved = `${unique()}@example.com`;
    await addContact(test.ctx, emailAddresses, userId, { value: unproved, verified: false, reserved: false, verificationId: null });
    const refused = async (form: Record<string, string>) => errorOf(await browser.post(PATH, form));
    expect(await refused({ identifier: 'nobody@example.com' })).toEqual([422, 'form_identifier_not_found', 'identifier']);
    expect(await refused({ identifier: unproved })).toEqual([422, 'form_identifier_not_found', 'identifier']);
    expect(await refused({ identifier: address, password: 'wrong' })).toEqual([422, 'form_password_incorrect', 'password']);
    expect(await refused({ identifier: address, strategy: 'password' })).toEqual([422, 'form_param_missing', 'password']);
    expect(await refused({ strategy: 'email_code' })).toEqual([422, 'form_param_missing', 'identifier']);
    expect(await refused({ identifier: '', password: 'x' })).toEqual([422, 'form_param_nil', 'identifier']);
    expect(await refused({ identifier: address, strategy: 'phone_code' })).toEqual([400, 'strategy_for_user_invalid', 'strategy']);
    expect(await refused({ identifier: address, strategy: 'oauth_google' })).toEqual([400, 'oauth_provider_not_enabled', 'strategy']);
    expect(await refused({ identifier: address, strategy: 'telepathy' })).toEqual([422, 'form_param_value_invalid', 'strategy']);
    expect(await refused({ transfer: 'true' })).toEqual([400, 'account_transfer_invalid', undefined]);
  });

  it('an empty create starts over', async () => {
    const browser = test.browser();
    const { address } = await person(test);
    const older = await begin(browser, { identifier: address });
    const { id, body } = await begin(browser, {});
    expect(body.response).toMatchObject({ status: 'needs_identifier', identifier: null, supported_first_factors: null, user_data: null });
    expect(body.client.sign_in.id).toBe(id);
    expect(errorOf(await prepare(browser, older.id))).toEqual([403, 'resource_forbidden', undefined]);
    expect(errorOf(await prepare(browser, id))).toEqual([400, 'client_state_invalid', undefined]);
  });

  it('refuses codes that are wrong, late, used, of another sign-in or never sent', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address });
    expect(codeOf(await attempt(browser, id, '123456'))).toBe('verification_missing');
    await prepare(browser, id);
    const first = test.lastCode(address);
    const wrong = first === '000000' ? '111111' : '000000';
    expect(errorOf(await attempt(browser, id, wrong))).toEqual([422, 'form_code_incorrect', 'code']);
    expect(errorOf(await step(browser, id, 'attempt_first_factor', { strategy: 'email_code' }))).toEqual([422, 'form_param_missing', 'code']);
    expect((await findUser(test.ctx, userId))?.failed_attempts).toBe(1);
    await advance(10 * MINUTE);
    expect(codeOf(await attempt(browser, id, first))).toBe('verification_expired');
    expect((await findUser(test.ctx, userId))?.failed_attempts).toBe(1);

    const other = test.browser();
    const second = await begin(other, { identifier: address, strategy: 'email_code' });
    const code = test.lastCode(address);
    await prepare(browser, id);
    if (code !== test.lastCode(address)) expect(codeOf(await attempt(browser, id, code))).toBe('form_code_incorrect');

    expect(codeOf(await attempt(browser, second.id, code))).toBe('resource_not_found');
    expectSignedIn(await attempt(other, second.id, code), userId);
    expect(codeOf(await attempt(other, second.id, code))).toBe('verification_already_verified');
  });

  it('is unknown in other instances', async () => {
    const { address } = await person(test);
    const { id } = await begin(test.browser(), { identifier: address, strategy: 'email_code' });
    const elsewhere = (await createTestInstance()).browser();
    await begin(elsewhere, {});
    expect(codeOf(await elsewhere.get(`${PATH}/${id}`))).toBe('resource_not_found');
    expect(codeOf(await attempt(elsewhere, id, test.lastCode(address)))).toBe('resource_not_found');
    expect(codeOf(await elsewhere.post(PATH, { identifier: address }))).toBe('form_identifier_not_found');
  });

  it('lets exactly one of many parallel attempts with the same code pass', async () => {
    const { address, userId } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address, strategy: 'email_code' });
    const code = test.lastCode(address);
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt(browser, id, code)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const sessions = await test.ctx.db.selectFrom('sessions').select('id').where('instance_id', '=', test.instance.id).where('user_id', '=', userId).execute();
    expect(sessions).toHaveLength(1);
  });

  it('lets exactly one of many parallel attempts with the same password pass', async () => {
    const { address, userId } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address });
    const answers = await Promise.all(Array.from({ length: 4 }, () => step(browser, id, 'attempt_first_factor', { strategy: 'password', password: PASSWORD })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const sessions = await test.ctx.db.selectFrom('sessions').select('id').where('instance_id', '=', test.instance.id).where('user_id', '=', userId).execute();
    expect(sessions).toHaveLength(1);
  });

  it('refuses who is banned or locked', async () => {
    const banned = await person(test);
    await test.bapi('POST', `/v1/users/${banned.userId}/ban`);
    const locked = await person(test);
    await lockUser(test.ctx, locked.userId);
    const browser = test.browser();
    if ((await findUser(test.ctx, banned.userId))?.banned_at) expect(codeOf(await browser.post(PATH, { identifier: banned.address }))).toBe('user_banned');
    const answer = await browser.post(PATH, { identifier: locked.address, password: PASSWORD });
    expect([answer.status, codeOf(answer), answer.body.errors[0].meta]).toEqual([403, 'user_locked', { lockout_expires_in_seconds: expect.any(Number) }]);
    await advance(61 * MINUTE);
    expectSignedIn(await begin(browser, { identifier: locked.address, password: PASSWORD }), locked.userId);
  });

  it('sets a forgotten password in one call', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address, strategy: 'reset_password_email_code' });
    const code = test.lastCode(address);
    const form = { strategy: 'reset_password_email_code', code };
    expect(codeOf(await step(browser, id, 'attempt_first_factor', { ...form, password: 'short' }))).toBe('form_password_length_too_short');
    expectSignedIn(await step(browser, id, 'attempt_first_factor', { ...form, password: 'another lantern 8' }), userId);
    expect(codeOf(await test.browser().post(PATH, { identifier: address, password: PASSWORD }))).toBe('form_password_incorrect');
    expectSignedIn(await begin(test.browser(), { identifier: address, password: 'another lantern 8' }), userId);
  });

  it('or sets it after the code', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address, strategy: 'reset_password_email_code' });
    expect(codeOf(await step(browser, id, 'reset_password', { password: 'another lantern 8' }))).toBe('client_state_invalid');
    const proved = await attempt(browser, id, test.lastCode(address), 'reset_password_email_code');
    expect(proved.body.response).toMatchObject({ status: 'needs_new_password', created_session_id: null });
    expectSignedIn(await step(browser, id, 'reset_password', { password: 'another lantern 8', sign_out_of_other_sessions: true }), userId);
  });

  it('refuses a second session where there may be one only', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    expectSignedIn(await begin(browser, { identifier: address, password: PASSWORD }), userId);
    expect(errorOf(await browser.post(PATH, { identifier: address, password: PASSWORD }))).toEqual([400, 'session_exists', undefined]);
  });
});

describe('by the settings', () => {
  it('an address that was only held for its owner is proved by the code', async () => {
    const test = await createTestInstance();
    const { userId } = await person(test, { emails: [{ address: 'held+clerk_test@example.com', verified: false, reserved: true }], password: null });
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: 'held+clerk_test@example.com', strategy: 'email_code' });
    const done = await attempt(browser, id, '424242');
    expectSignedIn(done, userId);
    expect(done.body.client.sessions[0].user.email_addresses[0]).toMatchObject({ reserved: false, verification: { status: 'verified', strategy: 'email_code' } });
  });

  it('older API versions are answered in their form', async () => {
    const test = await createTestInstance();
    const { address, userId } = await person(test);
    const browser = test.browser({ apiVersion: '2025-04-10' });
    const { id } = await begin(browser, { identifier: address, strategy: 'email_code' });
    expectSignedIn(await attempt(browser, id, test.lastCode(address)), userId);
    const another = test.browser({ apiVersion: '2025-04-10' });
    const signUp = await another.post('/v1/client/sign_ups', { email_address: 'old+clerk_test@example.com', strategy: 'email_code' });
    expect(signUp.body.response.status).toBe('missing_requirements');
  });

  it('several accounts on one client, each once', async () => {
    const test = await createTestInstance({ settings: { session: { single_session_mode: false } } });
    const [ada, bob] = [await person(test), await person(test)];
    const browser = test.browser();
    const first = await begin(browser, { identifier: ada.address, password: PASSWORD });
    expectSignedIn(first, ada.userId);
    const second = await begin(browser, { identifier: bob.address, password: PASSWORD });
    expectSignedIn(second, bob.userId);
    expect(second.body.client.sessions).toHaveLength(2);
    const again = await browser.post(PATH, { identifier: ada.address });
    expect([codeOf(again), again.body.errors[0].meta]).toEqual(['identifier_already_signed_in', { session_id: first.body.response.created_session_id }]);
  });

  it('a second factor by SMS', async () => {
    const test = await createTestInstance({ settings: { attributes: { phone_number: { enabled: true, used_for_second_factor: true } } } });
    const { userId, address } = await person(test, { phones: [{ number: '+12015550142', verified: true }], emails: [{ address: `mfa+clerk_test@example.com`, verified: true }] });
    expect(address).toBeTruthy();
    await test.ctx.db.updateTable('phone_numbers').set({ reserved_for_second_factor: true, default_second_factor: true }).where('instance_id', '=', test.instance.id).where('user_id', '=', userId).execute();
    const browser = test.browser();
    const begun = await begin(browser, { identifier: 'mfa+clerk_test@example.com', password: PASSWORD });
    expect(begun.body.response).toMatchObject({ status: 'needs_second_factor', created_session_id: null });
    expect(begun.body.response.supported_second_factors).toEqual([expect.objectContaining({ strategy: 'phone_code', safe_identifier: '+1********42', default: true })]);
    expect(codeOf(await step(browser, begun.id, 'attempt_second_factor', { strategy: 'phone_code', code: '424242' }))).toBe('verification_missing');
    expect(codeOf(await step(browser, begun.id, 'prepare_second_factor', { strategy: 'email_code' }))).toBe('no_second_factors');
    const prepared = await step(browser, begun.id, 'prepare_second_factor', {});
    expect(prepared.body.response.second_factor_verification).toMatchObject({ strategy: 'phone_code', status: 'unverified' });
    expect(codeOf(await step(browser, begun.id, 'attempt_second_factor', { strategy: 'phone_code', code: '000000' }))).toBe('form_code_incorrect');
    const done = await step(browser, begun.id, 'attempt_second_factor', { strategy: 'phone_code', code: '424242' });
    expectSignedIn(done, userId);
    expect(done.body.client.sessions[0].factor_verification_age).toEqual([expect.any(Number), 0]);
  });

  it('wrong attempts lock an account', async () => {
    const test = await createTestInstance({ settings: { attack_protection: { lockout_max_attempts: 3 } } });
    const { address } = await person(test);
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: address });
    const guess = () => step(browser, id, 'attempt_first_factor', { strategy: 'password', password: 'wrong' });
    for (let i = 0; i < 3; i++) expect(codeOf(await guess())).toBe('form_password_incorrect');
    expect(codeOf(await guess())).toBe('user_locked');
    expect(codeOf(await step(browser, id, 'attempt_first_factor', { strategy: 'password', password: PASSWORD }))).toBe('user_locked');
  });

  it('usernames and phone numbers do not sign in where they are not used', async () => {
    const test = await createTestInstance();
    expect(errorOf(await test.browser().post(PATH, { identifier: 'ada' }))).toEqual([422, 'form_param_format_invalid', 'identifier']);
    expect(errorOf(await test.browser().post(PATH, { identifier: '+14155552671' }))).toEqual([422, 'form_param_format_invalid', 'identifier']);
  });
});

describe('enumeration protection', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { enumeration_protection: true } } });
  });

  /** What a sign-in shows, without what differs between any two. */
  const shape = ({ body }: Answer, identifier: string) =>
    JSON.parse(JSON.stringify(body.response, (key, value) => (['id', 'abandon_at', 'expire_at'].includes(key) || key.endsWith('_id') ? '*' : value)).replaceAll(identifier, 'IDENTIFIER'));

  it('shows the same for those who exist, with or without a password, and those who do not', async () => {
    const real = await person(test);
    const bare = await person(test, { password: null });
    const shapes = [];
    for (const address of [real.address, bare.address, `${unique()}@example.com`]) {
      const browser = test.browser();
      const begun = await begin(browser, { identifier: address });
      const prepared = await prepare(browser, begun.id);
      shapes.push([shape(begun, address), shape(prepared, address)]);
      expect(codeOf(await attempt(browser, begun.id, 'no-code'))).toBe('form_code_incorrect');
      expect(codeOf(await step(browser, begun.id, 'attempt_first_factor', { strategy: 'password', password: 'wrong' }))).toBe('form_password_incorrect');
    }
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  it('gives the same factors for the same identifier every time', async () => {
    const first = await begin(test.browser(), { identifier: 'ghost@example.com' });
    const second = await begin(test.browser(), { identifier: 'Ghost@example.com' });
    expect(second.body.response.supported_first_factors).toEqual(first.body.response.supported_first_factors);
    expect(first.body.response.user_data).toBeNull();
  });

  it('still lets people in, by the id that is shown', async () => {
    const { userId, address } = await person(test);
    const browser = test.browser();
    const begun = await begin(browser, { identifier: address });
    const shown = begun.body.response.supported_first_factors.find((factor: { strategy: string }) => factor.strategy === 'email_code');
    await step(browser, begun.id, 'prepare_first_factor', { strategy: 'email_code', email_address_id: shown.email_address_id });
    expectSignedIn(await attempt(browser, begun.id, test.lastCode(address)), userId);
  });

  it('sends nobody anything, and the test code opens no decoy', async () => {
    const { messages } = await testApp();
    messages.clear();
    const browser = test.browser();
    const { id } = await begin(browser, { identifier: 'ghost+clerk_test@example.com', strategy: 'email_code' });
    expect(codeOf(await attempt(browser, id, '424242'))).toBe('form_code_incorrect');
    await begin(browser, { identifier: 'ghost@example.com', strategy: 'email_code' });
    expect(messages.size).toBe(0);
  });
});
