import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../instances/settings/schema.ts';
import { createUser, loadUser } from '../../people/users/service.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { signIn } from '../testing/signed-in.ts';

const instanceWith = (restrictions: Partial<Settings['restrictions']>, more: object = {}) =>
  createTestInstance({ settings: { attributes: { password: { required: false }, phone_number: { enabled: true } }, restrictions, ...more } });

const list = (test: TestInstance, which: 'allow' | 'block', identifier: string) => test.bapi('POST', `/v1/${which}list_identifiers`, { json: { identifier } });
const signUp = (test: TestInstance, params: Record<string, string>) => test.browser().post('/v1/client/sign_ups', params);
const codeOf = ({ status, body }: Answer) => (status === 200 ? 'accepted' : `${status} ${body.errors[0].code}`);
const NOT_ALLOWED = '403 not_allowed_access';

describe.each(['allow', 'block'] as const)('the %slist', (which) => {
  let test: TestInstance;
  const path = `/v1/${which}list_identifiers`;
  const rows = ({ body }: Answer) => (Array.isArray(body) ? body : body.data);
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it('is added to, read and removed from', async () => {
    const { body: domain } = await list(test, which, 'example.com');
    expect(domain).toMatchObject({ object: `${which}list_identifier`, identifier: 'example.com', identifier_type: 'email_address', instance_id: test.instance.id });
    const { body: phone } = await list(test, which, '+12015550100');
    expect(phone.identifier_type).toBe('phone_number');
    expect(rows(await test.bapi('GET', path))).toEqual([phone, domain]);
    expect((await test.bapi('GET', path, { query: { paginated: 'true' } })).body).toEqual({ data: [phone, domain], total_count: 2 });
    expect((await test.bapi('DELETE', `${path}/${phone.id}`)).body).toEqual({ object: `${which}list_identifier`, id: phone.id, deleted: true });
    expect((await test.bapi('DELETE', `${path}/${phone.id}`)).status).toBe(404);
  });

  it('holds an identifier once, and nothing that is none', async () => {
    await list(test, which, '*@once.example');
    expect(codeOf(await list(test, which, 'ONCE.example'))).toBe('400 duplicate_record');
    expect(codeOf(await list(test, which, 'nonsense'))).toBe('422 form_param_format_invalid');
  });

  it('of another instance is not there', async () => {
    const other = await createTestInstance();
    const { body: mine } = await list(test, which, 'mine.example');
    expect((await other.bapi('DELETE', `${path}/${mine.id}`)).status).toBe(404);
    expect(rows(await other.bapi('GET', path))).toEqual([]);
    expect((await list(other, which, 'mine.example')).status).toBe(200);
  });
});

describe('sign-up', () => {
  it('with an allowlist is for those on it', async () => {
    const test = await instanceWith({ allowlist_enabled: true });
    expect(codeOf(await signUp(test, { email_address: 'jane@example.com' }))).toBe(NOT_ALLOWED);
    await list(test, 'allow', '*@example.com');
    await list(test, 'allow', '*@*.corp.example');
    await list(test, 'allow', '+12015550100');
    for (const address of ['jane@example.com', 'jane@a.b.corp.example']) expect(codeOf(await signUp(test, { email_address: address }))).toBe('accepted');
    for (const address of ['jane@corp.example', 'jane@sub.example.com', 'jane@example.com.evil.org']) expect(codeOf(await signUp(test, { email_address: address }))).toBe(NOT_ALLOWED);
    expect(codeOf(await signUp(test, { phone_number: '+12015550100' }))).toBe('accepted');
    const refused = await signUp(test, { phone_number: '+12015550101' });
    expect(refused.body.errors[0].meta).toEqual({ identifiers: ['+12015550101'] });
  });

  it('with an allowlist needs an identifier that can be listed, at the latest for the account', async () => {
    const test = await instanceWith({ allowlist_enabled: true }, { attributes: { email_address: { required: false }, username: { enabled: true, used_for_first_factor: true } } });
    expect(codeOf(await signUp(test, { username: 'jane', password: 'a long enough passphrase' }))).toBe(NOT_ALLOWED);
    expect((await test.bapi('GET', '/v1/users/count')).body.total_count).toBe(0);
  });

  it('with a blocklist is for those not on it; the allowlist has the last word', async () => {
    const test = await instanceWith({ blocklist_enabled: true });
    await list(test, 'block', 'spam.example');
    await list(test, 'block', 'john@doe.example');
    for (const address of ['a@spam.example', 'john@doe.example', 'john+more@doe.example']) expect(codeOf(await signUp(test, { email_address: address }))).toBe(NOT_ALLOWED);
    for (const address of ['a@sub.spam.example', 'jane@doe.example']) expect(codeOf(await signUp(test, { email_address: address }))).toBe('accepted');

    const both = await instanceWith({ allowlist_enabled: true, blocklist_enabled: true });
    await list(both, 'block', 'doe.example');
    await list(both, 'allow', 'john@doe.example');
    expect(codeOf(await signUp(both, { email_address: 'john@doe.example' }))).toBe('accepted');
    expect(codeOf(await signUp(both, { email_address: 'jane@doe.example' }))).toBe(NOT_ALLOWED);
  });

  it('refuses what is listed between the first step and the last', async () => {
    const test = await instanceWith({ blocklist_enabled: true });
    const browser = test.browser();
    const { body } = await browser.post('/v1/client/sign_ups', { email_address: 'late+clerk_test@example.com' });
    const path = `/v1/client/sign_ups/${body.response.id}`;
    await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' });
    await list(test, 'block', 'late@example.com');
    expect(codeOf(await browser.post(`${path}/attempt_verification`, { strategy: 'email_code', code: '424242' }))).toBe(NOT_ALLOWED);
  });

  it('refuses numbers of countries that are sent nothing', async () => {
    const test = await instanceWith({}, { communication: { blocked_country_codes: ['DE'] } });
    const refused = await signUp(test, { phone_number: '+4915112345678' });
    expect([codeOf(refused), refused.body.errors[0].meta]).toEqual([NOT_ALLOWED, { param_name: 'phone_number' }]);
    expect(codeOf(await signUp(test, { phone_number: '+12015550100' }))).toBe('accepted');
  });

  it('refuses subaddresses and disposable addresses where that is wanted', async () => {
    const strict = await instanceWith({ block_email_subaddresses: true, block_disposable_email_domains: true });
    for (const address of ['a+b@example.com', 'a#b@example.com', 'a=b@example.com']) expect(codeOf(await signUp(strict, { email_address: address }))).toBe(NOT_ALLOWED);
    expect(codeOf(await signUp(strict, { email_address: 'a@mailinator.com' }))).toBe('403 form_email_address_blocked');
    expect(codeOf(await signUp(strict, { email_address: 'a+clerk_test@example.com' }))).toBe('accepted');
    const open = await instanceWith({});
    for (const address of ['a+b@example.com', 'a@mailinator.com']) expect(codeOf(await signUp(open, { email_address: address }))).toBe('accepted');
  });
});

describe('sign-in', () => {
  it('follows the lists, unless they are for sign-up only', async () => {
    for (const [disabled, outcome] of [[false, NOT_ALLOWED], [true, 'accepted']] as const) {
      const test = await instanceWith({ allowlist_enabled: true, blocklist_enabled: true, allowlist_blocklist_disabled_on_sign_in: disabled });
      await createUser(test.ctx, { emails: [{ address: 'old@example.com', verified: true }] });
      expect(codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: 'old@example.com' }))).toBe(outcome);
      await list(test, 'allow', 'old@example.com');
      expect(codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: 'old@example.com' }))).toBe('accepted');
    }
  });

  it('is not opened by an address on the allowlist that was only typed', async () => {
    const test = await instanceWith({ allowlist_enabled: true });
    const { user } = await createUser(test.ctx, { emails: [{ address: 'former@example.com', verified: true }, { address: 'boss@corp.example', verified: false, reserved: false }] });
    await list(test, 'allow', '*@corp.example');
    expect(codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: 'former@example.com' }))).toBe(NOT_ALLOWED);
    const [, typed] = (await loadUser(test.ctx, user.id)).emailAddresses;
    await test.bapi('PATCH', `/v1/email_addresses/${typed?.id}`, { json: { verified: true } });
    expect(codeOf(await test.browser().post('/v1/client/sign_ins', { identifier: 'former@example.com' }))).toBe('accepted');
  });

  it('tells whoever hides behind enumeration protection only with the proof', async () => {
    const test = await instanceWith({ blocklist_enabled: true }, { attack_protection: { enumeration_protection: true } });
    await createUser(test.ctx, { emails: [{ address: 'bad+clerk_test@example.com', verified: true }] });
    await list(test, 'block', 'bad@example.com');
    const browser = test.browser();
    const { body } = await browser.post('/v1/client/sign_ins', { identifier: 'bad+clerk_test@example.com' });
    const [factor] = body.response.supported_first_factors;
    const path = `/v1/client/sign_ins/${body.response.id}`;
    expect((await browser.post(`${path}/prepare_first_factor`, { strategy: 'email_code', email_address_id: factor.email_address_id })).status).toBe(200);
    expect(codeOf(await browser.post(`${path}/attempt_first_factor`, { strategy: 'email_code', code: '424242' }))).toBe(NOT_ALLOWED);
  });
});

describe('people who are signed in', () => {
  it('cannot add what they could not have signed up with', async () => {
    const test = await instanceWith({ blocklist_enabled: true, block_email_subaddresses: true });
    await list(test, 'block', 'spam.example');
    await list(test, 'block', '+12015550100');
    const { user } = await createUser(test.ctx, { emails: [{ address: 'me@example.com', verified: true }] });
    const browser = test.browser();
    await signIn(test, browser, user.id);
    expect(codeOf(await browser.post('/v1/me/email_addresses', { email_address: 'a@spam.example' }))).toBe(NOT_ALLOWED);
    expect(codeOf(await browser.post('/v1/me/email_addresses', { email_address: 'a+b@example.com' }))).toBe(NOT_ALLOWED);
    expect(codeOf(await browser.post('/v1/me/phone_numbers', { phone_number: '+12015550100' }))).toBe(NOT_ALLOWED);
    expect(codeOf(await browser.post('/v1/me/email_addresses', { email_address: 'fine@example.com' }))).toBe('accepted');
  });
});

describe('whoever is allowed', () => {
  it('can be told', async () => {
    const test = await createTestInstance();
    const notify = (identifier: string) => test.bapi('POST', '/v1/allowlist_identifiers', { json: { identifier, notify: true } });
    expect((await notify('New@example.com')).status).toBe(200);
    const { messages } = await testApp();
    expect(messages.get(`${test.instance.id}:new@example.com`)).toMatchObject({ channel: 'email', template: 'invitation', variables: { link: expect.stringContaining('sign-up') } });
    expect(codeOf(await notify('*@example.com'))).toBe('422 form_conditional_param_value_disallowed');
    expect((await test.bapi('GET', '/v1/allowlist_identifiers')).body).toHaveLength(1);
  });
});
