import { idTimestamp } from '@foyer/protocol/ids';
import { describe, expect, it } from 'vitest';
import { fromClerk } from './clerk.ts';
import { RecordError, requireRecord } from './record.ts';

const ID = 'user_2YDryYFVMM1W1plDDKz7Gzf4we6';

/** A record without what is empty in it. */
function compact(value: unknown): unknown {
  return Object.fromEntries(Object.entries(requireRecord(fromClerk(value))).filter(([, field]) => field !== null && !(Array.isArray(field) && field.length === 0)));
}

describe('Clerk’s exports', () => {
  it('the dashboard’s CSV keeps the id, which says when the user was created', () => {
    const row = {
      id: ID,
      first_name: 'Jane',
      username: 'jane',
      primary_email_address: 'jane@example.com',
      verified_email_addresses: 'jane@example.com, j@example.com',
      unverified_email_addresses: 'new@example.com',
      primary_phone_number: '+12015550100',
      verified_phone_numbers: '+1 201 555 0100 +12015550101',
      password_digest: '$2a$10$fgPOubgdJs90F1GK2u.Qye7Xyyi2ajrQJoB5LDG5bnITEvFR/xhZ.',
      password_hasher: 'bcrypt',
      public_metadata: '{"plan":"pro"}',
    };
    expect(compact(row)).toEqual({
      id: ID,
      first_name: 'Jane',
      username: 'jane',
      email_addresses: [
        { email_address: 'jane@example.com', verified: true, primary: true },
        { email_address: 'j@example.com', verified: true },
        { email_address: 'new@example.com', verified: false },
      ],
      phone_numbers: [
        { phone_number: '+12015550100', verified: true, primary: true },
        { phone_number: '+1 201 555 0100', verified: true },
        { phone_number: '+12015550101', verified: true },
      ],
      password_digest: row.password_digest,
      password_hasher: 'bcrypt',
      public_metadata: { plan: 'pro' },
      created_at: idTimestamp(ID),
    });
  });

  it('an unverified primary address is listed with the unverified ones', () => {
    const row = { id: ID, primary_email_address: 'a@example.com', unverified_email_addresses: 'a@example.com' };
    expect(compact(row)).toMatchObject({ email_addresses: [{ email_address: 'a@example.com', verified: false, primary: true }] });
  });

  it('a hasher without a password is nothing', () => {
    expect(compact({ id: ID, password_digest: '', password_hasher: 'bcrypt' })).not.toHaveProperty('password_hasher');
  });

  it('the migration script’s JSON, whose ids are another system’s', () => {
    const element = { userId: '42', email: ['a@example.com', 'b@example.com'], firstName: 'A', password: 'x', passwordHasher: 'md5', publicMetadata: { a: 1 }, createdAt: '2020-01-31T12:00:00Z', backupCodes: ['123456'] };
    expect(compact(element)).toEqual({
      external_id: '42',
      first_name: 'A',
      email_addresses: [
        { email_address: 'a@example.com', verified: true, primary: true },
        { email_address: 'b@example.com', verified: true },
      ],
      password_digest: 'x',
      password_hasher: 'md5',
      backup_codes: ['123456'],
      public_metadata: { a: 1 },
      created_at: Date.UTC(2020, 0, 31, 12),
    });
  });

  it('a user as the Backend API lists them', () => {
    const email = { id: 'idn_2YDryYFVMM1W1plDDKz7Gzf4we6', object: 'email_address', email_address: 'a@example.com', reserved: false, verification: { status: 'verified' } };
    const user = { object: 'user', id: ID, primary_email_address_id: email.id, email_addresses: [email], banned: true, updated_at: 5, created_at: 4, image_url: 'https://example.com' };
    expect(compact(user)).toMatchObject({ email_addresses: [{ id: email.id, email_address: 'a@example.com', verified: true, reserved: false, primary: true }], banned_at: 5, created_at: 4 });
  });

  it.each([
    [[], /not a user/],
    [{ id: {} }, /id must be text/],
    [{ public_metadata: '{' }, /public_metadata is not JSON/],
    [{ public_metadata: '[]' }, /public_metadata must be a JSON object/],
    [{ created_at: 'yesterday' }, /created_at must be a time/],
    [{ bypass_client_trust: 'maybe' }, /true or false/],
    [{ email_addresses: [5] }, /email_addresses must hold text/],
  ])('%j is refused', (value, message) => {
    expect(() => fromClerk(value)).toThrow(RecordError);
    expect(() => fromClerk(value)).toThrow(message);
  });
});
