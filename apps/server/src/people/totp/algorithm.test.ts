import { describe, expect, it } from 'vitest';
import { codeOf, fromBase32, matchingStep, otpauthUri, stepAt, toBase32 } from './algorithm.ts';

const SECRET = Buffer.from('12345678901234567890');

describe('codes of authenticator apps', () => {
  // The vectors of RFC 6238, appendix B, cut to six digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds', (seconds, code) => {
    expect(codeOf(SECRET, stepAt(new Date(seconds * 1000)))).toBe(code);
  });

  it('count for the step before and after, and no further', () => {
    const at = new Date(1_700_000_000_000);
    const step = stepAt(at);
    expect([-2, -1, 0, 1, 2].map((drift) => matchingStep(SECRET, codeOf(SECRET, step + drift), at))).toEqual([null, step - 1, step, step + 1, null]);
    expect(matchingStep(SECRET, '', at)).toBeNull();
  });
});

describe('secrets as text', () => {
  // RFC 4648 §10
  it.each([['', ''], ['f', 'MY'], ['fo', 'MZXQ'], ['foo', 'MZXW6'], ['foobar', 'MZXW6YTBOI']])('%j', (bytes, text) => {
    expect(toBase32(Buffer.from(bytes))).toBe(text);
    expect(fromBase32(`${text.toLowerCase()}==`)?.toString()).toBe(bytes);
  });

  it('are refused when they are none', () => {
    expect(fromBase32('18')).toBeNull();
  });

  it('go into an address that apps can read', () => {
    expect(otpauthUri('MZXW6', 'A: b', 'ada@example.com')).toBe('otpauth://totp/A%20%20b:ada%40example.com?issuer=A%20%20b&secret=MZXW6&algorithm=SHA1&digits=6&period=30');
  });
});
