import { ApiError } from '@foyer/protocol/errors';
import { describe, expect, it } from 'vitest';
import { completeSettings } from '../../instances/settings/settings.ts';
import { checkPasswordRules } from './rules.ts';

function codes(password: string, rules: object = {}): string[] {
  try {
    checkPasswordRules(completeSettings({ password: rules }), password, 'password');
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.errors.map(({ code }) => code.replace('form_password_', ''));
  }
}

const ALL = { require_special_char: true, require_numbers: true, require_uppercase: true, require_lowercase: true };

describe('checkPasswordRules', () => {
  it.each([
    ['eight characters are enough', '12345678', {}, []],
    ['seven are not', '1234567', {}, ['length_too_short']],
    ['a character is a code point', '😀😀😀😀😀😀😀😀', {}, []],
    ['seven of these are not enough', '😀😀😀😀😀😀😀', {}, ['length_too_short']],
    ['72 bytes are the most', 'x'.repeat(72), {}, []],
    ['73 bytes are too many', 'x'.repeat(73), {}, ['size_in_bytes_exceeded']],
    ['characters may have several bytes', '😀'.repeat(19), {}, ['size_in_bytes_exceeded']],
    ['a lower maximum', 'x'.repeat(11), { max_length: 10 }, ['length_too_long']],
    ['everything that is missing is said at once', '        ', ALL, ['no_lowercase', 'no_uppercase', 'no_number', 'no_special_char']],
    ['a password with everything', 'Aa1!aaaa', ALL, []],
    ['letters of any script', 'Ää1!öööö', ALL, []],
    ['nothing is no password', '', {}, ['form_param_nil']],
  ])('%s', (_what, password, rules, expected) => {
    expect(codes(password, rules)).toEqual(expected);
  });
});
