import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';

const PASSWORD = 'correct horse battery';

/** An address that no other test has. */
function address(name: string): string {
  return `${name}.${randomUUID().slice(0, 8)}@example.com`;
}

describe('users, for servers', () => {
  let server: TestInstance;
  beforeAll(async () => {
    server = await createTestInstance({
      settings: { attributes: { username: { enabled: true }, phone_number: { enabled: true }, password: { required: false } } },
    });
  });

  it('creates, reads, updates and deletes a user', async () => {
    const email = address('ada');
    const created = await server.bapi('POST', '/v1/users', {
      json: {
        email_address: [email.toUpperCase()],
        phone_number: ['+1 (201) 555-0123'],
        username: 'Ada_L',
        first_name: 'Ada',
        last_name: 'Lovelace',
        external_id: 'ext-1',
        locale: 'en-gb',
        password: PASSWORD,
        public_metadata: { role: 'admin' },
        private_metadata: { secret: 1 },
        created_at: '2020-01-02T03:04:05.678Z',
      },
    });
    expect(created.status).toBe(200);
    const user = created.body;
    expect(user).toMatchObject({
      object: 'user',
      username: 'ada_l',
      first_name: 'Ada',
      locale: 'en-GB',
      password_enabled: true,
      has_image: false,
      public_metadata: { role: 'admin' },
      private_metadata: { secret: 1 },
      created_at: Date.parse('2020-01-02T03:04:05.678Z'),
      verification_attempts_remaining: 100,
      locked: false,
      banned: false,
    });
    expect(user.id).toMatch(/^user_/);
    expect(user.email_addresses[0]).toMatchObject({
      id: user.primary_email_address_id,
      email_address: email,
      verification: { object: 'verification_admin', status: 'verified', strategy: 'admin', attempts: null, expire_at: null },
    });
    expect(user.phone_numbers[0]).toMatchObject({ id: user.primary_phone_number_id, phone_number: '+12015550123' });

    expect((await server.bapi('GET', `/v1/users/${user.id}`)).body).toEqual(user);

    const updated = await server.bapi('PATCH', `/v1/users/${user.id}`, { json: { first_name: 'Augusta', last_name: null, username: '', public_metadata: { plan: 'gold' } } });
    expect(updated.body).toMatchObject({ first_name: 'Augusta', last_name: null, username: null, public_metadata: { plan: 'gold' } });
    expect(updated.body.updated_at).toBeGreaterThanOrEqual(user.updated_at);

    expect((await server.bapi('DELETE', `/v1/users/${user.id}`)).body).toEqual({ object: 'user', id: user.id, deleted: true, external_id: 'ext-1' });
    expect((await server.bapi('GET', `/v1/users/${user.id}`)).status).toBe(404);
    expect((await server.bapi('GET', `/v1/email_addresses/${user.primary_email_address_id}`)).status).toBe(404);
  });

  it.each([
    ['an unknown parameter', { email_address: ['a@example.com'], shoe_size: 4 }, 422, 'form_param_unknown', 'shoe_size'],
    ['a bad email address', { email_address: ['nobody'] }, 422, 'form_param_format_invalid', 'email_address'],
    ['a bad phone number', { phone_number: ['12'] }, 422, 'form_param_format_invalid', 'phone_number'],
    ['the same address twice', { email_address: ['a@example.com', 'A@example.com'] }, 422, 'form_param_duplicate', 'email_address'],
    ['a short username', { username: 'ab' }, 422, 'form_username_invalid_length', 'username'],
    ['a username with a space', { username: 'ab cd' }, 422, 'form_username_invalid_character', 'username'],
    ['a username of digits', { username: '12345' }, 422, 'form_username_needs_non_number_char', 'username'],
    ['no identification', { first_name: 'A' }, 422, 'form_data_missing', undefined],
    ['a short password', { email_address: ['a@example.com'], password: 'short' }, 422, 'form_password_length_too_short', 'password'],
    ['a password of too many bytes', { email_address: ['a@example.com'], password: 'ü'.repeat(37) }, 422, 'form_password_size_in_bytes_exceeded', 'password'],
    ['too much metadata', { email_address: ['a@example.com'], public_metadata: { a: 'x'.repeat(9000) } }, 422, 'form_param_exceeds_allowed_size', 'public_metadata'],
    ['metadata that cannot be stored', { email_address: ['a@example.com'], public_metadata: { a: 'x\0' } }, 422, 'form_param_format_invalid', 'public_metadata'],
    ['a time that is none', { email_address: ['a@example.com'], created_at: 'yesterday' }, 422, 'form_param_invalid_time', 'created_at'],
    ['a time to come', { email_address: ['a@example.com'], created_at: '2999-01-01T00:00:00Z' }, 422, 'form_disallow_future_date', 'created_at'],
    ['a locale that is none', { email_address: ['a@example.com'], locale: 'x_y_z!' }, 422, 'form_param_format_invalid', 'locale'],
    ['a digest without its hasher', { email_address: ['a@example.com'], password_digest: 'x' }, 422, 'form_conditional_param_missing', 'password_hasher'],
    ['an unknown hasher', { email_address: ['a@example.com'], password_digest: 'x', password_hasher: 'rot13' }, 422, 'form_param_value_invalid', 'password_hasher'],
    ['a digest of another hasher', { email_address: ['a@example.com'], password_digest: 'x', password_hasher: 'bcrypt' }, 422, 'form_password_digest_invalid_code', 'password_digest'],
    ['a secret that no authenticator app takes', { email_address: ['a@example.com'], totp_secret: 'AAAA' }, 422, 'invalid_totp_secret_code', 'totp_secret'],
    ['backup codes that stand in for nothing', { email_address: ['a@example.com'], backup_codes: ['abcdefgh'] }, 400, 'backup_codes_not_available', 'backup_codes'],
    ['a long name', { email_address: ['a@example.com'], first_name: 'x'.repeat(300) }, 422, 'form_param_max_length_exceeded', 'first_name'],
  ])('refuses %s', async (_what, json, status, code, param) => {
    const skip = { skip_user_requirement: true };
    const answer = await server.bapi('POST', '/v1/users', { json: { ...skip, ...json } });
    expect([answer.status, answer.body.errors?.[0]?.code, answer.body.errors?.[0]?.meta?.param_name]).toEqual([status, code, param]);
  });

  it('asks for what the instance requires, unless told to skip it', async () => {
    const strict = await createTestInstance();
    const missing = await strict.bapi('POST', '/v1/users', { json: { email_address: [address('bo')] } });
    expect(missing.body.errors[0]).toMatchObject({ code: 'form_data_missing', meta: { param_names: ['password'] } });
    expect((await strict.bapi('POST', '/v1/users', { json: { email_address: [address('bo')], skip_password_requirement: true } })).status).toBe(200);
    expect((await strict.bapi('POST', '/v1/users', { json: { email_address: [address('bo')], password: 'weak', skip_password_checks: true } })).status).toBe(200);
    const username = await strict.bapi('POST', '/v1/users', { json: { username: 'someone', password: PASSWORD } });
    expect(username.body.errors[0]).toMatchObject({ code: 'form_param_unknown', meta: { param_name: 'username' } });
  });

  it('lets one of several win who want the same identifier', async () => {
    for (const json of [{ email_address: [address('race')] }, { username: 'racer', skip_user_requirement: true }]) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => server.bapi('POST', '/v1/users', { json })));
      expect(answers.map((one) => one.status).sort()).toEqual([200, 422, 422, 422, 422]);
      const [refused] = answers.filter((one) => one.status === 422);
      expect(refused?.body.errors[0]).toMatchObject({ code: 'form_identifier_exists', meta: { param_name: Object.keys(json)[0] } });
    }
  });

  it('holds reserved addresses for their users', async () => {
    const email = address('reserved');
    const created = await server.bapi('POST', '/v1/users', { json: { email_address: [email], email_address_identification_status: ['reserved'] } });
    expect(created.body.email_addresses[0]).toMatchObject({ reserved: true, verification: null });
    expect((await server.bapi('POST', '/v1/users', { json: { email_address: [email] } })).body.errors[0].code).toBe('form_identifier_exists');
  });

  it('merges and replaces metadata', async () => {
    const { body: user } = await server.bapi('POST', '/v1/users', { json: { email_address: [address('meta')], public_metadata: { a: { b: 1, c: 2 }, keep: true } } });
    const merged = await server.bapi('PATCH', `/v1/users/${user.id}/metadata`, { json: { public_metadata: { a: { b: null, d: [1] } }, private_metadata: { x: 1 } } });
    expect(merged.body).toMatchObject({ public_metadata: { a: { c: 2, d: [1] }, keep: true }, private_metadata: { x: 1 }, unsafe_metadata: {} });
    expect(merged.body.public_metadata.a).not.toHaveProperty('b');
    const replaced = await server.bapi('PUT', `/v1/users/${user.id}/metadata`, { json: { public_metadata: { only: 1 } } });
    expect(replaced.body).toMatchObject({ public_metadata: { only: 1 }, private_metadata: { x: 1 } });
    const parallel = await Promise.all(['p', 'q', 'r'].map((key) => server.bapi('PATCH', `/v1/users/${user.id}/metadata`, { json: { public_metadata: { [key]: 1 } } })));
    expect(parallel.map((one) => one.status)).toEqual([200, 200, 200]);
    expect((await server.bapi('GET', `/v1/users/${user.id}`)).body.public_metadata).toEqual({ only: 1, p: 1, q: 1, r: 1 });
  });

  it('bans and unbans, one and many', async () => {
    const users = await Promise.all(['b1', 'b2'].map(async (name) => (await server.bapi('POST', '/v1/users', { json: { email_address: [address(name)] } })).body));
    const [one, two] = users;
    expect((await server.bapi('POST', `/v1/users/${one.id}/ban`)).body.banned).toBe(true);
    expect((await server.bapi('POST', `/v1/users/${one.id}/unban`)).body.banned).toBe(false);
    const many = await server.bapi('POST', '/v1/users/ban', { json: { user_ids: [one.id, two.id] } });
    expect(many.body.map((user: { banned: boolean }) => user.banned)).toEqual([true, true]);
    expect((await server.bapi('POST', '/v1/users/ban', { json: { user_ids: [] } })).status).toBe(422);
    expect((await server.bapi('POST', '/v1/users/unban', { json: { user_ids: [one.id, 'user_unknown'] } })).status).toBe(404);
    expect((await server.bapi('GET', `/v1/users/${one.id}`)).body.banned).toBe(true);
    const free = await server.bapi('POST', '/v1/users/unban', { json: { user_ids: [one.id, two.id] } });
    expect(free.body.map((user: { banned: boolean }) => user.banned)).toEqual([false, false]);
  });

  it('locks for an hour, and unlocks', async () => {
    const { body: user } = await server.bapi('POST', '/v1/users', { json: { email_address: [address('lock')] } });
    const locked = await server.bapi('POST', `/v1/users/${user.id}/lock`);
    expect(locked.body).toMatchObject({ locked: true, verification_attempts_remaining: 0 });
    expect(locked.body.lockout_expires_in_seconds).toBeGreaterThan(3590);
    expect((await server.bapi('POST', `/v1/users/${user.id}/unlock`)).body).toMatchObject({ locked: false, lockout_expires_in_seconds: null, verification_attempts_remaining: 100 });
  });

  it('checks, changes and removes passwords', async () => {
    const { body: user } = await server.bapi('POST', '/v1/users', { json: { email_address: [address('pw')] } });
    const verify = (password: string) => server.bapi('POST', `/v1/users/${user.id}/verify_password`, { json: { password } });
    expect((await verify(PASSWORD)).body.errors[0].code).toBe('no_password_set');
    expect((await server.bapi('PATCH', `/v1/users/${user.id}`, { json: { password: PASSWORD } })).body.password_enabled).toBe(true);
    expect((await verify(PASSWORD)).body).toEqual({ verified: true });
    const wrong = await verify('something else');
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'incorrect_password']);
    expect((await server.bapi('POST', `/v1/users/${user.id}/remove_password`, { json: {} })).body.password_enabled).toBe(false);
  });

  it('takes over the passwords of other systems, and makes them its own at the first use', async () => {
    const digest = '$2a$04$UuTkLRZZ6QofpDOlMz32MuuxEHA43WOemOYHPz6.SjsVsyO1tDU96';
    const { body: user } = await server.bapi('POST', '/v1/users', {
      json: { email_address: [address('old')], password_digest: '5f4dcc3b5aa765d61d8327deb882cf99', password_hasher: 'md5' },
    });
    expect((await server.bapi('POST', `/v1/users/${user.id}/verify_password`, { json: { password: 'password' } })).body).toEqual({ verified: true });
    expect((await server.bapi('POST', `/v1/users/${user.id}/verify_password`, { json: { password: 'password' } })).body).toEqual({ verified: true });
    const changed = await server.bapi('PATCH', `/v1/users/${user.id}`, { json: { password_digest: digest, password_hasher: 'bcrypt' } });
    expect(changed.status).toBe(200);
  });

  it('knows of no memberships, invitations and connected accounts', async () => {
    const { body: user } = await server.bapi('POST', '/v1/users', { json: { email_address: [address('alone')] } });
    const nothing = { data: [], total_count: 0 };
    expect((await server.bapi('GET', `/v1/users/${user.id}/organization_memberships`)).body).toEqual(nothing);
    expect((await server.bapi('GET', `/v1/users/${user.id}/organization_invitations`, { query: { status: ['pending'] } })).body).toEqual(nothing);
    expect((await server.bapi('GET', `/v1/users/${user.id}/oauth_access_tokens/oauth_google`)).body).toEqual([]);
    expect((await server.bapi('GET', `/v1/users/${user.id}/oauth_access_tokens/oauth_google`, { query: { paginated: 'true' } })).body).toEqual(nothing);
    expect((await server.bapi('GET', '/v1/users/user_unknown/organization_memberships')).status).toBe(404);
  });

  it('answers both versions of the API alike', async () => {
    const { body: user } = await server.bapi('POST', '/v1/users', { json: { email_address: [address('both')] } });
    const older = await server.bapi('GET', `/v1/users/${user.id}`, { headers: { 'clerk-api-version': '2025-04-10' } });
    expect(older.body).toEqual(user);
  });
});
