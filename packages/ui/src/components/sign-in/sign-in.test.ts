import { describe, expect, it } from 'vitest';
import { startingFirstFactor, startingSecondFactor, usableFirstFactors } from './factors.ts';
import { identifierModes } from './identifiers.ts';

const password = { strategy: 'password' };
const email = { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a@x.test' };
const other = { strategy: 'email_code', emailAddressId: 'idn_2', safeIdentifier: 'b@x.test', primary: true };
const phone = { strategy: 'phone_code', phoneNumberId: 'idn_3', safeIdentifier: '+1' };
const passkey = { strategy: 'passkey' };

describe('startingFirstFactor', () => {
  it('takes the password where passwords are preferred', () => {
    expect(startingFirstFactor([email, password], 'a@x.test', 'password')).toBe(password);
  });

  it('takes a code to what was typed, else to the primary address, where codes are preferred', () => {
    expect(startingFirstFactor([password, other, email], 'a@x.test', 'otp')).toBe(email);
    expect(startingFirstFactor([password, email, other], 'noor', 'otp')).toBe(other);
    expect(startingFirstFactor([phone], 'noor', 'otp')).toBe(phone);
  });

  it('falls back to whatever there is', () => {
    expect(startingFirstFactor([password], 'x', 'otp')).toBe(password);
    expect(startingFirstFactor([email], 'x', 'password')).toBe(email);
    expect(startingFirstFactor([passkey], 'x', 'password')).toBe(passkey);
    expect(startingFirstFactor([{ strategy: 'oauth_google' }], 'x', 'password')).toBeUndefined();
    expect(startingFirstFactor(null, 'x', 'password')).toBeUndefined();
  });
});

it('offers the factors it can lead through, without the resets', () => {
  const reset = { strategy: 'reset_password_email_code', emailAddressId: 'idn_1' };
  expect(usableFirstFactors([reset, phone, passkey, email, password])).toEqual([password, passkey, email, phone]);
});

describe('startingSecondFactor', () => {
  const backup = { strategy: 'backup_code' };
  it('prefers the authenticator app, then the default phone', () => {
    expect(startingSecondFactor([backup, phone, { strategy: 'totp' }])?.strategy).toBe('totp');
    const chosen = { ...phone, phoneNumberId: 'idn_4', default: true };
    expect(startingSecondFactor([phone, chosen, backup])).toBe(chosen);
    expect(startingSecondFactor([backup])).toBe(backup);
  });
});

describe('identifierModes', () => {
  const modes = (...names: string[]) =>
    identifierModes(
      Object.fromEntries(names.map(name => [name, { enabled: true, used_for_first_factor: true }])) as Parameters<typeof identifierModes>[0],
    );
  it('joins email and username in one field and gives phones their own', () => {
    expect(modes('email_address')).toEqual(['email_address']);
    expect(modes('email_address', 'username', 'phone_number')).toEqual(['email_address_username', 'phone_number']);
    expect(modes('phone_number')).toEqual(['phone_number']);
    expect(modes('first_name')).toEqual([]);
  });
});
