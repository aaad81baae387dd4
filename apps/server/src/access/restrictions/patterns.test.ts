import { describe, expect, it } from 'vitest';
import { isDisposable } from './disposable.ts';
import { allowingPatterns, blockingPatterns, isSubaddress, readPattern } from './patterns.ts';

describe('what is listed', () => {
  it.each([
    [' Jane@Example.com ', 'email_address', 'jane@example.com'],
    ['example.com', 'email_address', '*@example.com'],
    ['@example.com', 'email_address', '*@example.com'],
    ['*@example.com', 'email_address', '*@example.com'],
    ['*@*.example.com', 'email_address', '*@*.example.com'],
    ['*.example.com', 'email_address', '*@*.example.com'],
    ['+1 201 555 0100', 'phone_number', '+12015550100'],
    ['0xAbCdEf0123456789abcdef0123456789ABCDEF01', 'web3_wallet', '0xabcdef0123456789abcdef0123456789abcdef01'],
  ])('%s is the %s %s', (text, type, pattern) => {
    expect(readPattern(text)).toEqual({ identifier_type: type, pattern });
  });

  it.each(['', 'jane', 'jane@', '*', '*@*', '*@localhost', '*@ex*mple.com'])('“%s” is nothing to list', (text) => {
    expect(() => readPattern(text)).toThrow(/form_param/);
  });
});

describe('what a pattern stands for', () => {
  const email = (value: string) => ({ kind: 'email_address' as const, value });

  it('is the address, its domain, and the domains above', () => {
    expect(allowingPatterns(email('jane@a.b.example.com'))).toEqual(['jane@a.b.example.com', '*@a.b.example.com', '*@*.b.example.com', '*@*.example.com', '*@*.com']);
  });

  it('is, in the blocklist, the subaddresses of an address, too', () => {
    for (const address of ['jane+a@x.com', 'jane#a@x.com', 'jane=a+b@x.com']) {
      expect(isSubaddress(address)).toBe(true);
      expect(blockingPatterns(email(address))).toContain('jane@x.com');
      expect(allowingPatterns(email(address))).not.toContain('jane@x.com');
    }
    expect(isSubaddress('jane@x+y.com')).toBe(false);
    expect(blockingPatterns({ kind: 'phone_number', value: '+12015550100' })).toEqual(['+12015550100']);
  });
});

describe('disposable addresses', () => {
  it('are known by their domain and its subdomains', () => {
    expect(isDisposable('jane@mailinator.com')).toBe(true);
    expect(isDisposable('jane@inbox.mailinator.com')).toBe(true);
    expect(isDisposable('jane@example.com')).toBe(false);
  });
});
