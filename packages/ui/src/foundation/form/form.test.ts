import { describe, expect, it } from 'vitest';
import { byIso, countries, countryOf, formatNational } from './countries.ts';
import { passwordProblems } from './password-rules.ts';
import { assignErrors } from './use-form.ts';

const settings = {
  min_length: 0,
  max_length: 0,
  require_lowercase: false,
  require_uppercase: false,
  require_numbers: false,
  require_special_char: false,
  allowed_special_characters: '',
};

describe('assignErrors', () => {
  const fields = ['emailAddress', 'password', 'code'];
  const text = (error: { message: string }) => error.message;
  it('puts errors under the field they name, in either spelling, and the first of the rest on the form', () => {
    expect(
      assignErrors(
        [
          { code: 'a', message: 'A', meta: { paramName: 'email_address' } },
          { code: 'b', message: 'B', meta: { paramName: 'password' } },
          { code: 'c', message: 'C', meta: { paramName: 'unknown_field' } },
          { code: 'd', message: 'D' },
        ],
        fields,
        text,
      ),
    ).toEqual({ fields: { emailAddress: 'A', password: 'B' }, form: 'C' });
  });

  it('keeps the first error of a field', () => {
    const errors = ['A', 'B'].map(message => ({ code: message, message, meta: { paramName: 'code' } }));
    expect(assignErrors(errors, fields, text).fields).toEqual({ code: 'A' });
  });
});

describe('passwordProblems', () => {
  it('falls back to the limits of 8 and 72 characters', () => {
    expect(passwordProblems('short', settings)).toEqual([{ rule: 'minimumLength', length: 8 }]);
    expect(passwordProblems('x'.repeat(73), settings)).toEqual([{ rule: 'maximumLength', length: 72 }]);
    expect(passwordProblems('x'.repeat(72), { ...settings, min_length: 10 })).toEqual([]);
  });

  it('names each missing kind of character', () => {
    const strict = { ...settings, require_lowercase: true, require_uppercase: true, require_numbers: true, require_special_char: true };
    expect(passwordProblems('ABCDEFGH', strict).map(problem => problem.rule)).toEqual(['requireLowercase', 'requireNumbers', 'requireSpecialCharacter']);
    expect(passwordProblems('Großes Geheimnis 1!', strict)).toEqual([]);
    expect(passwordProblems('Abcdefg1#', { ...strict, allowed_special_characters: '!?' }).map(problem => problem.rule)).toEqual(['requireSpecialCharacter']);
  });
});

describe('countries', () => {
  it('knows each country once', () => {
    expect(new Set(countries.map(country => country.iso)).size).toBe(countries.length);
    expect(countries.every(country => /^[A-Z]{2}$/.test(country.iso) && /^\d{1,3}$/.test(country.code))).toBe(true);
  });

  it('finds the country of a number, keeping the chosen one among those that share a code', () => {
    expect(countryOf('+4915112345678')?.iso).toBe('DE');
    expect(countryOf('+14155550142')?.iso).toBe('US');
    expect(countryOf('+14155550142', byIso('ca'))?.iso).toBe('CA');
    expect(countryOf('+351912345678')?.iso).toBe('PT');
  });

  it('groups digits for reading', () => {
    const us = { iso: 'US', code: '1' };
    expect(['415', '4155', '4155550', '4155550142'].map(digits => formatNational(us, digits))).toEqual(['415', '(415) 5', '(415) 555-0', '(415) 555-0142']);
    expect(formatNational({ iso: 'GB', code: '44' }, '7911123456')).toBe('791 112 3456');
  });
});
