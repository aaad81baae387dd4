import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../platform/clock.ts';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import { loadUser } from '../../people/users/service.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const PASSWORD = 'violet lantern 7 river';
const PATH = '/v1/client/sign_ups';
/** A sign-up that has got as far as its parameters reach. */
async function begin(browser: Browser, form: Record<string, string | object | boolean>): Promise<Answer & { id: string }> {
  const answer = await browser.post(PATH, form);
  expect(answer.status, answer.text).toBe(200);
  return { ...answer, id: answer.body.response.id };
}

const prepare = (browser: Browser, id: string, strategy = 'email_code') => browser.post(`${PATH}/${id}/prepare_verification`, { strategy });
const attempt = (browser: Browser, id: string, code: string, strategy = 'email_code') => browser.post(`${PATH}/${id}/attempt_verification`, { strategy, code });
const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const paramOf = (answer: Answer) => answer.body.errors?.[0]?.meta?.param_name;

function expectSignedUp(answer: Answer): { userId: string } {
  expect(answer.status, answer.text).toBe(200);
  const { response, client } = answer.body;
  expect(response).toMatchObject({ status: 'complete', missing_fields: [], unverified_fields: [] });
  expect(client.sessions).toHaveLength(1);
  expect(client).toMatchObject({ last_active_session_id: response.created_session_id, sign_in: null, sign_up: null });
  expect(client.sessions[0]).toMatchObject({ id: response.created_session_id, status: 'active', user: { id: response.created_user_id } });
  return { userId: response.created_user_id };
}

describe('signing up', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('takes email address, password and the code from the email', async () => {
    const browser = test.browser();
    const created = await begin(browser, { email_address: 'Ada@Example.com', password: PASSWORD, unsafe_metadata: { plan: 'gold' }, locale: 'en-GB' });
    expect(created.body.response).toMatchObject({
      object: 'sign_up_attempt',
      status: 'missing_requirements',
      email_address: 'ada@example.com',
      password_enabled: true,
      required_fields: ['email_address', 'password'],
      missing_fields: [],
      unverified_fields: ['email_address'],
      unsafe_metadata: { plan: 'gold' },
      created_user_id: null,
    });
    expect(created.body.response.verifications.email_address).toMatchObject({ status: 'unverified', next_action: 'needs_prepare', supported_strategies: ['email_code'] });
    expect(created.body.client.sign_up.id).toBe(created.id);

    const prepared = await prepare(browser, created.id);
    expect(prepared.body.response.verifications.email_address).toMatchObject({ strategy: 'email_code', status: 'unverified', next_action: 'needs_attempt' });

    const done = await attempt(browser, created.id, test.lastCode('ada@example.com'));
    const { userId } = expectSignedUp(done);
    expect(done.body.response.password_enabled).toBe(true);
    const { user, emailAddresses } = await loadUser(test.ctx, userId);
    expect(user).toMatchObject({ locale: 'en-GB', unsafe_metadata: { plan: 'gold' } });
    expect(user.last_sign_in_at).not.toBeNull();
    expect(user.password_hash).toMatch(/^\$argon2id\$/);
    expect(emailAddresses).toHaveLength(1);
    expect(emailAddresses[0]?.verified_at).not.toBeNull();
  });

  it('keeps no password of its own once the user has it', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'kept+clerk_test@example.com', password: PASSWORD });
    await prepare(browser, id);
    expectSignedUp(await attempt(browser, id, '424242'));
    const row = await test.ctx.db.selectFrom('sign_ups').select('password_hash').where('instance_id', '=', test.instance.id).where('id', '=', id).executeTakeFirstOrThrow();
    expect(row.password_hash).toBeNull();
  });

  it('takes the fields in any order, over several calls, with or without the id', async () => {
    const browser = test.browser();
    const { id, body } = await begin(browser, {});
    expect(body.response.missing_fields).toEqual(['email_address', 'password']);
    const withEmail = await browser.patch(`${PATH}/${id}`, { email_address: 'steps+clerk_test@example.com' });
    expect(withEmail.body.response.missing_fields).toEqual(['password']);
    await prepare(browser, id);
    const verified = await attempt(browser, id, '424242');
    expect(verified.body.response).toMatchObject({ status: 'missing_requirements', unverified_fields: [], missing_fields: ['password'] });
    expect(verified.body.response.verifications.email_address).toMatchObject({ status: 'verified', next_action: '' });
    expectSignedUp(await browser.patch(PATH, { password: PASSWORD }));
  });

  it('forgets the proof when the address changes, and keeps it when it does not', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'first+clerk_test@example.com' });
    await prepare(browser, id);
    await attempt(browser, id, '424242');
    const same = await browser.patch(`${PATH}/${id}`, { email_address: 'First+clerk_test@example.com' });
    expect(same.body.response.unverified_fields).toEqual([]);
    const other = await browser.patch(`${PATH}/${id}`, { email_address: 'second+clerk_test@example.com' });
    expect(other.body.response.unverified_fields).toEqual(['email_address']);
  });

  it('does not take the code of another address', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'mine@example.com' });
    await prepare(browser, id);
    const code = test.lastCode('mine@example.com');
    await browser.patch(`${PATH}/${id}`, { email_address: 'theirs@example.com' });
    expect(codeOf(await attempt(browser, id, code))).toBe('verification_missing');
  });

  it('sends nothing to test identities', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'quiet+clerk_test@example.com', password: PASSWORD });
    await prepare(browser, id);
    expect(() => test.lastCode('quiet+clerk_test@example.com')).toThrow();
  });

  it('refuses identifiers that are taken, at each step', async () => {
    const first = test.browser();
    const { id } = await begin(first, { email_address: 'taken+clerk_test@example.com', password: PASSWORD });
    await prepare(first, id);

    const second = test.browser();
    const rival = await begin(second, { email_address: 'taken+clerk_test@example.com', password: PASSWORD });
    await prepare(second, rival.id);
    expectSignedUp(await attempt(first, id, '424242'));

    const late = await attempt(second, rival.id, '424242');
    expect([late.status, codeOf(late), paramOf(late)]).toEqual([422, 'form_identifier_exists', 'email_address']);
    const third = await test.browser().post(PATH, { email_address: 'Taken+clerk_test@example.com' });
    expect([codeOf(third), paramOf(third)]).toEqual(['form_identifier_exists', 'email_address']);
  });

  it('refuses what is malformed, unknown or not used here', async () => {
    const browser = test.browser();
    const refused = async (form: Record<string, string>) => {
      const answer = await browser.post(PATH, form);
      return [answer.status, codeOf(answer), paramOf(answer)];
    };
    expect(await refused({ email_address: 'nowhere' })).toEqual([422, 'form_param_format_invalid', 'email_address']);
    expect(await refused({ email_address: 'a@example.com', password: 'short' })).toEqual([422, 'form_password_length_too_short', 'password']);
    expect(await refused({ username: 'ada' })).toEqual([422, 'form_param_unknown', 'username']);
    expect(await refused({ colour: 'red' })).toEqual([422, 'form_param_unknown', 'colour']);
    expect((await refused({ unsafe_metadata: '{' }))[2]).toBe('unsafe_metadata');
    expect(await refused({ strategy: 'telepathy' })).toEqual([422, 'form_param_value_invalid', 'strategy']);
    expect(await refused({ strategy: 'ticket', ticket: 'eyJ' })).toEqual([400, 'ticket_invalid_code', 'ticket']);
    expect(await refused({ transfer: 'true' })).toEqual([400, 'account_transfer_invalid', undefined]);
  });

  it('refuses wrong codes, late codes, used codes, and after five wrong ones the right one too', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'codes@example.com' });
    const missing = await attempt(browser, id, '123456');
    expect([missing.status, codeOf(missing)]).toEqual([400, 'verification_missing']);

    await prepare(browser, id);
    const soon = await prepare(browser, id);
    expect([soon.status, codeOf(soon), Number(soon.headers['retry-after'])]).toEqual([429, 'verification_code_too_many_requests', expect.closeTo(30, -1)]);
    await advance(31 * SECOND);
    await prepare(browser, id);

    const right = test.lastCode('codes@example.com');
    const wrong = right === '000000' ? '111111' : '000000';
    for (let i = 1; i < 5; i++) {
      const answer = await attempt(browser, id, wrong);
      expect([answer.status, codeOf(answer), paramOf(answer)]).toEqual([422, 'form_code_incorrect', 'code']);
    }
    expect((await browser.get(`${PATH}/${id}`)).body.response.verifications.email_address.attempts).toBe(4);
    expect(codeOf(await attempt(browser, id, wrong))).toBe('verification_failed');
    expect(codeOf(await attempt(browser, id, right))).toBe('verification_failed');
    expect((await browser.get(`${PATH}/${id}`)).body.response.verifications.email_address).toMatchObject({ status: 'failed', next_action: 'needs_prepare' });

    await prepare(browser, id);
    await advance(10 * MINUTE);
    expect(codeOf(await attempt(browser, id, test.lastCode('codes@example.com')))).toBe('verification_expired');

    await prepare(browser, id);
    const code = test.lastCode('codes@example.com');
    expect((await attempt(browser, id, code)).status).toBe(200);
    expect(codeOf(await attempt(browser, id, code))).toBe('verification_already_verified');
  });

  it('creates one user when the same code is sent many times at once', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'race+clerk_test@example.com', password: PASSWORD });
    await prepare(browser, id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt(browser, id, '424242')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const rows = await test.ctx.db.selectFrom('email_addresses').select('user_id').where('instance_id', '=', test.instance.id).where('email_address', '=', 'race+clerk_test@example.com').execute();
    expect(rows).toHaveLength(1);
  });

  it('is open to its own client only, in its own instance only', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'own+clerk_test@example.com', password: PASSWORD });
    const stranger = test.browser();
    await begin(stranger, {});
    expect(codeOf(await stranger.get(`${PATH}/${id}`))).toBe('resource_not_found');
    expect(codeOf(await prepare(stranger, id))).toBe('resource_not_found');
    expect(codeOf(await stranger.patch(`${PATH}/${id}`, { password: PASSWORD }))).toBe('resource_not_found');

    const elsewhere = (await createTestInstance()).browser();
    await begin(elsewhere, {});
    expect(codeOf(await elsewhere.get(`${PATH}/${id}`))).toBe('resource_not_found');
    expect(codeOf(await attempt(elsewhere, id, '424242'))).toBe('resource_not_found');
  });

  it('a newer sign-up takes the place of the one before; a finished one cannot be changed', async () => {
    const browser = test.browser();
    const older = await begin(browser, { email_address: 'older+clerk_test@example.com', password: PASSWORD });
    const newer = await begin(browser, { email_address: 'newer+clerk_test@example.com', password: PASSWORD });
    const answer = await prepare(browser, older.id);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'resource_forbidden']);
    await prepare(browser, newer.id);
    expectSignedUp(await attempt(browser, newer.id, '424242'));
    expect(codeOf(await browser.patch(`${PATH}/${newer.id}`, { password: PASSWORD }))).toBe('sign_up_cannot_be_updated');
    expect(codeOf(await browser.post(PATH, { email_address: 'again+clerk_test@example.com' }))).toBe('session_exists');
  });

  it('is abandoned after a day without a step', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'slow+clerk_test@example.com' });
    await advance(23 * 60 * MINUTE);
    await prepare(browser, id);
    await advance(23 * 60 * MINUTE);
    expect((await browser.get(`${PATH}/${id}`)).status).toBe(200);
    await advance(2 * 60 * MINUTE);
    expect(codeOf(await browser.get(`${PATH}/${id}`))).toBe('resource_not_found');
    expect((await browser.get('/v1/client')).body.response.sign_up).toBeNull();
  });

  it('servers may read a sign-up and give it an external id', async () => {
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'ext+clerk_test@example.com', password: PASSWORD });
    const changed = await test.bapi('PATCH', `/v1/sign_ups/${id}`, { json: { external_id: 'legacy-7' } });
    expect(changed.body).toMatchObject({ id, external_id: 'legacy-7', custom_action: false });
    await prepare(browser, id);
    const { userId } = expectSignedUp(await attempt(browser, id, '424242'));
    expect((await loadUser(test.ctx, userId)).user.external_id).toBe('legacy-7');
    expect((await test.bapi('GET', `/v1/sign_ups/${id}`)).body.status).toBe('complete');
    expect(codeOf(await test.bapi('PATCH', `/v1/sign_ups/${id}`, { json: { external_id: 'x' } }))).toBe('sign_up_cannot_be_updated');
  });
});

describe('by the settings', () => {
  const instanceWith = (settings: SettingsPatch) => createTestInstance({ settings });

  it('email address alone, with the code asked for in the first call', async () => {
    const test = await instanceWith({ attributes: { password: { required: false } } });
    const browser = test.browser();
    const { id } = await begin(browser, { email_address: 'link@example.com', strategy: 'email_code' });
    expectSignedUp(await attempt(browser, id, test.lastCode('link@example.com')));
  });

  it('phone number', async () => {
    const test = await instanceWith({ attributes: { email_address: { enabled: false, required: false }, password: { enabled: false, required: false }, phone_number: { enabled: true, required: true, channels: ['sms', 'whatsapp'] } } });
    const browser = test.browser();
    const { id, body } = await begin(browser, { email_address_or_phone_number: '+1 (415) 555-2671' });
    expect(body.response).toMatchObject({ phone_number: '+14155552671', unverified_fields: ['phone_number'] });
    expect(codeOf(await browser.post(`${PATH}/${id}/prepare_verification`, { strategy: 'phone_code', channel: 'pigeon' }))).toBe('form_param_value_invalid');
    await browser.post(`${PATH}/${id}/prepare_verification`, { strategy: 'phone_code', channel: 'whatsapp' });
    const { messages } = await testApp();
    expect(messages.get(`${test.instance.id}:+14155552671`)?.channel).toBe('whatsapp');
    const { userId } = expectSignedUp(await attempt(browser, id, test.lastCode('+14155552671'), 'phone_code'));
    expect((await loadUser(test.ctx, userId)).phoneNumbers[0]).toMatchObject({ phone_number: '+14155552671', verified_at: expect.any(Date) });
  });

  it('a test number', async () => {
    const test = await instanceWith({ attributes: { email_address: { enabled: false, required: false }, password: { enabled: false, required: false }, phone_number: { enabled: true, required: true } } });
    const browser = test.browser();
    const { id } = await begin(browser, { phone_number: '+12015550123', strategy: 'phone_code' });
    expectSignedUp(await attempt(browser, id, '424242', 'phone_code'));
  });

  it('username and password, in one call', async () => {
    const test = await instanceWith({ attributes: { email_address: { enabled: false, required: false }, username: { enabled: true, required: true, used_for_first_factor: true } } });
    const { userId } = expectSignedUp(await begin(test.browser(), { username: 'Ada_L', password: PASSWORD }));
    expect((await loadUser(test.ctx, userId)).user.username).toBe('ada_l');
    const taken = await test.browser().post(PATH, { username: 'ADA_L', password: PASSWORD });
    expect([codeOf(taken), paramOf(taken)]).toEqual(['form_identifier_exists', 'username']);
    expect(codeOf(await test.browser().post(PATH, { username: 'a!', password: PASSWORD }))).toMatch(/^form_username_/);
  });

  it('an email address that is not verified at sign-up is held for its owner', async () => {
    const test = await instanceWith({ attributes: { email_address: { verify_at_sign_up: false } } });
    const { userId } = expectSignedUp(await begin(test.browser(), { email_address: 'held@example.com', password: PASSWORD }));
    expect((await loadUser(test.ctx, userId)).emailAddresses[0]).toMatchObject({ verified_at: null, reserved: true });
    expect(codeOf(await test.browser().post(PATH, { email_address: 'held@example.com' }))).toBe('form_identifier_exists');
  });

  it('consent to the terms', async () => {
    const test = await instanceWith({ attributes: { email_address: { verify_at_sign_up: false } }, sign_up: { legal_consent_enabled: true } });
    const browser = test.browser();
    const { id, body } = await begin(browser, { email_address: 'legal@example.com', password: PASSWORD });
    expect(body.response.missing_fields).toEqual(['legal_accepted']);
    expect((await browser.patch(`${PATH}/${id}`, { legal_accepted: false })).body.errors).toMatchObject([{ code: 'legal_not_accepted', meta: { param_name: 'legal_accepted' } }]);
    const done = await browser.patch(`${PATH}/${id}`, { legal_accepted: true });
    expectSignedUp(done);
    expect(done.body.response.legal_accepted_at).toEqual(expect.any(Number));
  });

  it('closed to the public', async () => {
    for (const [mode, code] of [['restricted', 'sign_up_mode_restricted'], ['waitlist', 'sign_up_restricted_waitlist']] as const) {
      const test = await instanceWith({ sign_up: { mode } });
      const answer = await test.browser().post(PATH, { email_address: 'x@example.com', password: PASSWORD });
      expect([answer.status, codeOf(answer)]).toEqual([403, code]);
      expect((await test.browser().post(PATH)).status).toBe(200);
    }
  });

  it('production instances have no test identities', async () => {
    const domain = `${randomBytes(6).toString('hex')}.example.com`;
    const test = await createTestInstance({ environmentType: 'production', fapiHost: `clerk.${domain}`, settings: { test_mode: true } });
    const browser = test.browser({ origin: `https://${domain}` });
    const { id } = await begin(browser, { email_address: 'live+clerk_test@example.com', password: PASSWORD });
    await prepare(browser, id);
    const code = test.lastCode('live+clerk_test@example.com');
    if (code !== '424242') expect(codeOf(await attempt(browser, id, '424242'))).toBe('form_code_incorrect');
    expectSignedUp(await attempt(browser, id, code));
  });

  it('production instances have test identities where their test mode is turned on', async () => {
    const domain = `${randomBytes(6).toString('hex')}.example.com`;
    const test = await createTestInstance({ environmentType: 'production', fapiHost: `clerk.${domain}`, settings: { test_mode_in_production: true } });
    const browser = test.browser({ origin: `https://${domain}` });
    const { id } = await begin(browser, { email_address: 'live+clerk_test@example.com', password: PASSWORD });
    await prepare(browser, id);
    expectSignedUp(await attempt(browser, id, '424242'));
  });

  it('enumeration protection does not tell who exists, and lets nobody take their address', async () => {
    const test = await instanceWith({ attack_protection: { enumeration_protection: true } });
    const owner = test.browser();
    const first = await begin(owner, { email_address: 'secret@example.com', password: PASSWORD });
    await prepare(owner, first.id);
    expectSignedUp(await attempt(owner, first.id, test.lastCode('secret@example.com')));

    const stranger = test.browser();
    const { messages } = await testApp();
    messages.clear();
    const second = await begin(stranger, { email_address: 'secret@example.com', password: PASSWORD });
    const prepared = await prepare(stranger, second.id);
    expect(prepared.body.response).toMatchObject({ status: 'missing_requirements', unverified_fields: ['email_address'] });
    expect(messages.size).toBe(0);
    expect(codeOf(await attempt(stranger, second.id, '123456'))).toBe('form_code_incorrect');
  });
});
