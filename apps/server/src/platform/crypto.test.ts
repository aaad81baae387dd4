import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { constantTimeEqual, hashSecret, randomCode, randomSecret, Vault } from './crypto.ts';

describe('secrets', () => {
  it('are long, random and stored only as a hash', () => {
    const secret = randomSecret();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(secret).not.toBe(randomSecret());
    expect(hashSecret(secret).toString()).not.toContain(secret);
  });

  it('codes have six digits, leading zeros kept', () => {
    for (let i = 0; i < 200; i++) expect(randomCode()).toMatch(/^\d{6}$/);
  });

  it('comparison accepts equals and refuses others, whatever their length', () => {
    expect(constantTimeEqual('abc', 'abc')).toBe(true);
    expect(constantTimeEqual('abc', 'abcd')).toBe(false);
  });
});

describe('vault', () => {
  const vault = new Vault(randomBytes(32));

  it('opens what it sealed', () => {
    expect(vault.open('ins_1', 'totp', vault.seal('ins_1', 'totp', 'sésame'))).toBe('sésame');
  });

  it('refuses a value moved to another instance, purpose or key, or changed', () => {
    const sealed = vault.seal('ins_1', 'totp', 'secret');
    expect(() => vault.open('ins_2', 'totp', sealed)).toThrow();
    expect(() => vault.open('ins_1', 'signing-key', sealed)).toThrow();
    expect(() => new Vault(randomBytes(32)).open('ins_1', 'totp', sealed)).toThrow();
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
    expect(() => vault.open('ins_1', 'totp', sealed)).toThrow();
  });
});
