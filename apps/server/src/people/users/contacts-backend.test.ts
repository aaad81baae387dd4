import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { address, signedIn } from '../testing/people.ts';

let lastNumber = 100;
/** A test number that nobody in this file has. */
const number = () => `+1${(lastNumber += 1)}5550101`.padEnd(12, '0');

describe('contacts, for servers', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({
      settings: { attributes: { email_address: { required: false }, phone_number: { enabled: true, used_for_second_factor: true }, password: { required: false } } },
    });
  });

  it('creates, vouches for, prefers and deletes email addresses', async () => {
    const { userId } = await signedIn(test);
    const created = await test.bapi('POST', '/v1/email_addresses', { json: { user_id: userId, email_address: address('new') } });
    expect(created.body).toMatchObject({ object: 'email_address', verification: null });
    const path = `/v1/email_addresses/${created.body.id}`;
    expect((await test.bapi('PATCH', path, { json: { primary: true } })).body.errors[0].code).toBe('form_verification_needed');
    expect((await test.bapi('PATCH', path, { json: { verified: true, primary: true } })).body.verification).toMatchObject({ strategy: 'admin', status: 'verified' });
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.primary_email_address_id).toBe(created.body.id);
    expect((await test.bapi('PATCH', path, { json: { verified: false } })).body.verification).toBeNull();
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.primary_email_address_id).not.toBe(created.body.id);
    expect((await test.bapi('DELETE', path)).body).toEqual({ object: 'email_address', id: created.body.id, deleted: true });
    expect((await test.bapi('GET', path)).status).toBe(404);
  });

  it('keeps the last one', async () => {
    const { userId } = await signedIn(test);
    const { primary_email_address_id: id } = (await test.bapi('GET', `/v1/users/${userId}`)).body;
    const refused = await test.bapi('DELETE', `/v1/email_addresses/${id}`);
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'identification_deletion_failed']);
  });

  it('replaces all of them', async () => {
    const { userId } = await signedIn(test);
    const fresh = address('fresh');
    const replaced = await test.bapi('PUT', `/v1/users/${userId}/email_address`, { json: { email_address: fresh, identification_status: 'reserved' } });
    expect(replaced.body, replaced.text).toMatchObject({ email_address: fresh, reserved: true, verification: null });
    const { body: user } = await test.bapi('GET', `/v1/users/${userId}`);
    expect(user.email_addresses).toHaveLength(1);
    expect(user.primary_email_address_id).toBe(replaced.body.id);
  });

  it('refuses what somebody else has, and users who are not there', async () => {
    const [one, two] = await Promise.all([signedIn(test), signedIn(test)]);
    expect((await test.bapi('POST', '/v1/email_addresses', { json: { user_id: one.userId, email_address: two.email } })).body.errors[0].code).toBe('form_identifier_exists');
    expect((await test.bapi('POST', '/v1/email_addresses', { json: { user_id: 'user_unknown', email_address: address('x') } })).status).toBe(404);
  });

  it('makes phone numbers second factors', async () => {
    const { userId } = await signedIn(test);
    const unproved = await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: userId, phone_number: number(), reserved_for_second_factor: true } });
    expect(unproved.body.errors[0].code).toBe('identification_create_second_factor_unverified');

    const first = await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: userId, phone_number: number(), verified: true, reserved_for_second_factor: true } });
    expect(first.body, first.text).toMatchObject({ reserved_for_second_factor: true, default_second_factor: true });
    const { body: guarded } = await test.bapi('GET', `/v1/users/${userId}`);
    expect(guarded).toMatchObject({ two_factor_enabled: true, mfa_disabled_at: null });
    expect(guarded.mfa_enabled_at).toBeGreaterThan(0);

    const second = await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: userId, phone_number: number() } });
    expect((await test.bapi('PATCH', `/v1/phone_numbers/${second.body.id}`, { json: { reserved_for_second_factor: true } })).body.errors[0].code).toBe('identification_update_second_factor_unverified');
    const both = await test.bapi('PATCH', `/v1/phone_numbers/${second.body.id}`, { json: { verified: true, reserved_for_second_factor: true } });
    expect(both.body).toMatchObject({ reserved_for_second_factor: true, default_second_factor: false });

    await test.bapi('DELETE', `/v1/phone_numbers/${second.body.id}`);
    await test.bapi('PATCH', `/v1/phone_numbers/${first.body.id}`, { json: { reserved_for_second_factor: false } });
    const { body: open } = await test.bapi('GET', `/v1/users/${userId}`);
    expect(open).toMatchObject({ two_factor_enabled: false, mfa_enabled_at: null });
    expect(open.mfa_disabled_at).toBeGreaterThan(0);
  });

  it('lets people choose their default second factor', async () => {
    const { browser, userId } = await signedIn(test);
    const [a, b] = await Promise.all([number(), number()].map(async (phone) => (await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: userId, phone_number: phone, verified: true } })).body));
    await browser.patch(`/v1/me/phone_numbers/${a.id}`, { reserved_for_second_factor: true });
    await browser.patch(`/v1/me/phone_numbers/${b.id}`, { reserved_for_second_factor: true });
    const chosen = await browser.patch(`/v1/me/phone_numbers/${b.id}`, { default_second_factor: true });
    expect(chosen.body.response, chosen.text).toMatchObject({ default_second_factor: true });
    const { body } = await browser.get('/v1/me/phone_numbers');
    expect(body.filter((phone: { default_second_factor: boolean }) => phone.default_second_factor)).toHaveLength(1);
    await test.bapi('PATCH', `/v1/phone_numbers/${b.id}`, { json: { reserved_for_second_factor: false } });
    expect((await test.bapi('GET', `/v1/phone_numbers/${a.id}`)).body).toMatchObject({ default_second_factor: true });
    await browser.patch(`/v1/me/phone_numbers/${b.id}`, { reserved_for_second_factor: true, default_second_factor: true });
    expect((await browser.patch(`/v1/me/phone_numbers/${b.id}`, { default_second_factor: false })).body.errors[0].code).toBe('form_disable_default_second_factor_not_allowed');
  });

  it('turns all second factors off at once', async () => {
    const { userId } = await signedIn(test);
    await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: userId, phone_number: number(), verified: true, reserved_for_second_factor: true } });
    expect((await test.bapi('DELETE', `/v1/users/${userId}/mfa`)).body).toEqual({ user_id: userId });
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body).toMatchObject({ two_factor_enabled: false, mfa_enabled_at: null });
  });

  it('keeps one phone number for signing in', async () => {
    const phone = number();
    const { body: user } = await test.bapi('POST', '/v1/users', { json: { phone_number: [phone] } });
    const refused = await test.bapi('PATCH', `/v1/phone_numbers/${user.primary_phone_number_id}`, { json: { reserved_for_second_factor: true } });
    expect([refused.status, refused.body.errors[0].code]).toEqual([400, 'identification_update_failed']);
  });
});

describe('another instance', () => {
  it('never finds these people', async () => {
    const [mine, other] = await Promise.all([createTestInstance(), createTestInstance()]);
    const { userId } = await signedIn(mine);
    const { body: user } = await mine.bapi('GET', `/v1/users/${userId}`);
    const emailPath = `/v1/email_addresses/${user.primary_email_address_id}`;
    const calls: ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string, object?][] = [
      ['GET', `/v1/users/${userId}`],
      ['PATCH', `/v1/users/${userId}`, { first_name: 'Mallory' }],
      ['PATCH', `/v1/users/${userId}/metadata`, { public_metadata: { a: 1 } }],
      ['PUT', `/v1/users/${userId}/metadata`, { public_metadata: { a: 1 } }],
      ['PUT', `/v1/users/${userId}/email_address`, { email_address: 'mallory@example.com' }],
      ['PUT', `/v1/users/${userId}/phone_number`, { phone_number: '+12015550199' }],
      ['DELETE', `/v1/users/${userId}/profile_image`],
      ['DELETE', `/v1/users/${userId}`],
      ...(['ban', 'unban', 'lock', 'unlock', 'remove_password'] as const).map((verb) => ['POST', `/v1/users/${userId}/${verb}`, {}] as ['POST', string, object]),
      ['POST', `/v1/users/${userId}/verify_password`, { password: 'violet lantern 7 river' }],
      ['POST', '/v1/users/ban', { user_ids: [userId] }],
      ['POST', '/v1/email_addresses', { user_id: userId, email_address: 'mallory@example.com' }],
      ['POST', '/v1/phone_numbers', { user_id: userId, phone_number: '+12015550199' }],
      ['GET', emailPath],
      ['PATCH', emailPath, { verified: true }],
      ['DELETE', emailPath],
    ];
    for (const [method, path, json] of calls) {
      const answer = await other.bapi(method, path, json ? { json } : {});
      expect([path, answer.status], answer.text).toEqual([path, 404]);
    }
    expect((await other.bapi('GET', '/v1/users')).body).toEqual([]);
    expect((await mine.bapi('GET', `/v1/users/${userId}`)).body).toEqual(user);
  });
});
