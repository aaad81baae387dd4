import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { address, PASSWORD, signedIn, signInAgain } from '../testing/people.ts';

const NAMES = { first_name: { enabled: true }, last_name: { enabled: true } };

describe('the signed-in person', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { ...NAMES, username: { enabled: true }, password: { required: false } } } });
  });

  it('reads and changes their profile', async () => {
    const { browser, userId } = await signedIn(test);
    const read = await browser.get('/v1/me');
    expect(read.body.response).toMatchObject({ id: userId, object: 'user', has_image: false, password_enabled: true });
    expect(read.body.response).not.toHaveProperty('private_metadata');

    const changed = await browser.patch('/v1/me', { first_name: 'Ada', last_name: 'Lovelace', username: 'Ada_L', unsafe_metadata: { theme: 'dark' } });
    expect(changed.status, changed.text).toBe(200);
    expect(changed.body.response).toMatchObject({ first_name: 'Ada', last_name: 'Lovelace', username: 'ada_l', unsafe_metadata: { theme: 'dark' } });
    expect(changed.body.client.sessions[0].user.first_name).toBe('Ada');
    expect(changed.body.response.image_url).toMatch(/\/v1\/avatars\/\d+-AL\.svg$/);

    const merged = await browser.patch('/v1/me/metadata', { unsafe_metadata: { theme: null, size: 'big' } });
    expect(merged.body.response.unsafe_metadata).toEqual({ size: 'big' });
    expect((await browser.patch('/v1/me', { first_name: null })).body.response.first_name).toBeNull();
    expect((await browser.patch('/v1/me', { username: null })).body.response.username).toBeNull();
  });

  it.each([
    [{ public_metadata: '{}' }, 422, 'form_param_unknown'],
    [{ password: 'something' }, 403, 'updating_user_password_deprecated'],
    [{ username: 'a b' }, 422, 'form_username_invalid_length'],
    [{ username: 'a b c' }, 422, 'form_username_invalid_character'],
    [{ unsafe_metadata: 'no json' }, 422, 'form_param_type_invalid'],
    [{ unsafe_metadata: { a: 'x'.repeat(9000) } }, 422, 'form_param_exceeds_allowed_size'],
    [{ primary_email_address_id: 'idn_unknown' }, 422, 'form_resource_not_found'],
    [{ primary_web3_wallet_id: 'idn_unknown' }, 422, 'form_resource_not_found'],
  ])('is refused %j', async (form, status, code) => {
    const { browser } = await signedIn(test);
    const answer = await browser.patch('/v1/me', form);
    expect([answer.status, answer.body.errors[0].code], answer.text).toEqual([status, code]);
  });

  it('cannot use what the application does not use', async () => {
    const bare = await createTestInstance();
    const { browser } = await signedIn(bare);
    for (const form of [{ first_name: 'Ada' }, { username: 'ada_l' }]) {
      expect((await browser.patch('/v1/me', form)).body.errors[0].code).toBe('form_param_unknown');
    }
    expect((await browser.post('/v1/me/phone_numbers', { phone_number: '+12015550123' })).body.errors[0].code).toBe('form_param_unknown');
  });

  it('cannot take somebody else’s username', async () => {
    const [one, two] = await Promise.all([signedIn(test), signedIn(test)]);
    expect((await one.browser.patch('/v1/me', { username: 'wanted' })).status).toBe(200);
    const refused = await two.browser.patch('/v1/me', { username: 'WANTED' });
    expect(refused.body.errors[0]).toMatchObject({ code: 'form_identifier_exists', meta: { param_name: 'username' } });
  });

  it('must be somebody', async () => {
    const answer = await test.browser().get('/v1/me');
    expect(answer.status).toBe(401);
  });

  it('deletes themselves, where that is allowed', async () => {
    const { browser, userId } = await signedIn(test);
    const deleted = await browser.delete('/v1/me');
    expect(deleted.status, deleted.text).toBe(200);
    expect(deleted.body.response).toEqual({ object: 'user', id: userId, deleted: true });
    expect((await test.bapi('GET', `/v1/users/${userId}`)).status).toBe(404);
    expect((await browser.get('/v1/me')).status).toBe(401);

    const forbidden = await createTestInstance({ settings: { actions: { delete_self: false } } });
    const { browser: other } = await signedIn(forbidden);
    expect((await other.delete('/v1/me')).body.errors[0].code).toBe('user_delete_self_not_enabled');
  });
});

describe('the signed-in person’s email addresses', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { username: { enabled: true }, password: { required: false } } } });
  });

  it('are added, verified, made primary and removed', async () => {
    const { browser, userId } = await signedIn(test);
    const second = address('second');
    const added = await browser.post('/v1/me/email_addresses/', { email_address: second.toUpperCase() });
    expect(added.status, added.text).toBe(200);
    const { id } = added.body.response;
    expect(added.body.response).toMatchObject({ object: 'email_address', email_address: second, verification: null, reserved: false, linked_to: [] });
    expect((await browser.patch('/v1/me', { primary_email_address_id: id })).body.errors[0].code).toBe('form_verification_needed');

    await browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_code' });
    const verified = await browser.post(`/v1/me/email_addresses/${id}/attempt_verification`, { code: '424242' });
    expect(verified.body.response.verification, verified.text).toMatchObject({ status: 'verified', strategy: 'email_code' });

    const { body: before } = await browser.get('/v1/me');
    const firstId = before.response.primary_email_address_id;
    const changed = await browser.patch('/v1/me', { primary_email_address_id: id });
    expect(changed.body.response.primary_email_address_id).toBe(id);
    const { messages } = await testApp();
    expect(messages.get(`${test.instance.id}:${before.response.email_addresses[0].email_address}`)?.template).toBe('primary_email_address_changed');

    expect((await browser.get('/v1/me/email_addresses')).body.map((one: { id: string }) => one.id).sort()).toEqual([firstId, id].sort());
    expect((await browser.get(`/v1/me/email_addresses/${id}`)).body.response.id).toBe(id);
    expect((await browser.delete(`/v1/me/email_addresses/${id}`)).body.response).toEqual({ object: 'email_address', id, deleted: true });
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.primary_email_address_id).toBe(firstId);
  });

  it('keep the last one, and the last of a kind that everybody needs', async () => {
    const { browser } = await signedIn(test);
    const { id } = (await browser.get('/v1/me')).body.response.email_addresses[0];
    expect((await browser.delete(`/v1/me/email_addresses/${id}`)).body.errors[0].code).toBe('identification_deletion_failed');
    expect((await browser.patch('/v1/me', { username: 'another-way' })).status).toBe(200);
    expect((await browser.delete(`/v1/me/email_addresses/${id}`)).body.errors[0].code).toBe('last_required_identification_deletion_failed');
  });

  it('lets only one of two deletions at once take the last but one', async () => {
    const relaxed = await createTestInstance({ settings: { attributes: { email_address: { required: false }, password: { required: false } } } });
    const { browser, userId } = await signedIn(relaxed);
    const { body } = await relaxed.bapi('POST', '/v1/email_addresses', { json: { user_id: userId, email_address: address('two'), verified: true } });
    const { email_addresses: addresses } = (await browser.get('/v1/me')).body.response;
    expect(addresses).toHaveLength(2);
    expect(body.verification.strategy).toBe('admin');
    const answers = await Promise.all(addresses.map((one: { id: string }) => browser.delete(`/v1/me/email_addresses/${one.id}`)));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 400]);
  });

  it('are nobody else’s', async () => {
    const [one, two] = await Promise.all([signedIn(test), signedIn(test)]);
    expect((await one.browser.post('/v1/me/email_addresses', { email_address: two.email })).body.errors[0]).toMatchObject({
      code: 'form_identifier_exists',
      meta: { param_name: 'email_address' },
    });
    const { id } = (await two.browser.get('/v1/me')).body.response.email_addresses[0];
    expect((await one.browser.get(`/v1/me/email_addresses/${id}`)).status).toBe(404);
    expect((await one.browser.delete(`/v1/me/email_addresses/${id}`)).status).toBe(404);
  });

  it('belong to whoever proves them first', async () => {
    const contested = address('contested');
    const [one, two] = await Promise.all([signedIn(test), signedIn(test)]);
    const [a, b] = await Promise.all(
      [one, two].map(async ({ browser }) => {
        const { id } = (await browser.post('/v1/me/email_addresses', { email_address: contested })).body.response;
        await browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_code' });
        return { browser, id };
      }),
    );
    if (!a || !b) throw new Error('Two were wanted.');
    expect((await a.browser.post(`/v1/me/email_addresses/${a.id}/attempt_verification`, { code: '424242' })).status).toBe(200);
    const late = await b.browser.post(`/v1/me/email_addresses/${b.id}/attempt_verification`, { code: '424242' });
    expect([late.status, late.body.errors[0].code]).toEqual([400, 'identification_claimed']);
  });

  it('wait for their proof in a limited number', async () => {
    const { browser } = await signedIn(test);
    for (let n = 0; n < 10; n++) expect((await browser.post('/v1/me/email_addresses', { email_address: address(`n${n}`) })).status).toBe(200);
    expect((await browser.post('/v1/me/email_addresses', { email_address: address('more') })).body.errors[0].code).toBe('too_many_unverified_identifications');
  });
});

describe('the signed-in person’s password', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { password: { required: false } }, attack_protection: { lockout_max_attempts: 3 } } });
  });

  it('is changed by whoever knows it, and other sessions end if wished', async () => {
    const { browser, userId } = await signedIn(test);
    const other = await signInAgain(test, userId);
    const change = (form: Record<string, string | boolean>) => browser.post('/v1/me/change_password', form);
    expect((await change({ new_password: 'short', current_password: PASSWORD })).body.errors[0]).toMatchObject({ code: 'form_password_length_too_short', meta: { param_name: 'new_password' } });
    expect((await change({ new_password: 'a new long password', current_password: 'wrong' })).body.errors[0]).toMatchObject({
      code: 'form_password_validation_failed',
      meta: { param_name: 'current_password' },
    });
    const changed = await change({ new_password: 'a new long password', current_password: PASSWORD, sign_out_of_other_sessions: true });
    expect(changed.status, changed.text).toBe(200);
    expect(changed.body.response.password_last_updated_at).toBeGreaterThan(0);
    expect((await browser.get('/v1/me')).status).toBe(200);
    expect((await other.get('/v1/me')).status).toBe(401);
    const verify = (password: string) => test.bapi('POST', `/v1/users/${userId}/verify_password`, { json: { password } });
    expect((await verify('a new long password')).status).toBe(200);
    expect((await verify(PASSWORD)).status).toBe(422);
  });

  it('is removed, and set where there is none', async () => {
    const { browser } = await signedIn(test);
    expect((await browser.post('/v1/me/remove_password', { current_password: PASSWORD })).body.response.password_enabled).toBe(false);
    expect((await browser.post('/v1/me/remove_password', {})).body.errors[0].code).toBe('no_password_set');
    expect((await browser.post('/v1/me/change_password', { new_password: PASSWORD })).body.response.password_enabled).toBe(true);
  });

  it('cannot be guessed for ever', async () => {
    const { browser } = await signedIn(test);
    const guess = () => browser.post('/v1/me/change_password', { new_password: 'a new long password', current_password: 'a guess' });
    for (let n = 0; n < 3; n++) expect((await guess()).body.errors[0].code).toBe('form_password_validation_failed');
    const locked = await guess();
    expect([locked.status, locked.body.errors[0].code]).toEqual([403, 'user_locked']);
    expect(locked.body.errors[0].meta.lockout_expires_in_seconds).toBeGreaterThan(3500);
  });

  it('stays where everybody needs one', async () => {
    const strict = await createTestInstance();
    const { browser } = await signedIn(strict);
    expect((await browser.post('/v1/me/remove_password', { current_password: PASSWORD })).body.errors[0].code).toBe('password_required');
  });
});
