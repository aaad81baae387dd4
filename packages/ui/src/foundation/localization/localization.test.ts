import { describe, expect, it } from 'vitest';
import { texts } from './common-texts.ts';
import { texts as passwordTexts } from './password-texts.ts';
import { errorText, apiErrorsOf, hasErrorCode } from './errors.ts';
import { interpolate } from './interpolate.ts';
import { createTranslator } from './translator.ts';

describe('interpolate', () => {
  it('puts values in, and nothing where a value is missing', () => {
    expect(interpolate('Hello {{name}}, {{ missing }}!', { name: 'Noor' }).join('')).toBe('Hello Noor, !');
  });

  it('applies the documented modifiers, in a chain', () => {
    const date = new Date(2024, 0, 5, 15, 4);
    const one = (text: string, values: Record<string, Date | string>) => interpolate(text, values).join('');
    expect(one('{{provider | titleize}}', { provider: 'hugging face' })).toBe('Hugging Face');
    expect(one("{{ date | shortDate('en-US') }}", { date })).toBe('Jan 5, 2024');
    expect(one("{{ date | numeric('en-US') }}", { date })).toBe('1/5/2024');
    expect(one("{{ date | weekday('en-US','long') }} {{ date | timeString('en-US') }}", { date })).toMatch(/^Friday 3:04.PM$/u);
    expect(one('{{ date | numeric("de-DE") }}', { date })).toBe('5.1.2024');
    expect(one('{{ x | unheardOf }}', { x: 'kept' })).toBe('kept');
  });

  it('answers links as parts', () => {
    expect(interpolate('Read the {{ url | link("Terms of Service") }}.', { url: '/terms' })).toEqual([
      'Read the ',
      { link: 'Terms of Service', href: '/terms' },
      '.',
    ]);
  });
});

describe('createTranslator', () => {
  const text = createTranslator([texts, passwordTexts], { formButtonPrimary: 'Weiter', unstable__errors: { not_allowed_access: 'Nein, {{ applicationName }}.' } }, { applicationName: 'Harbor' });

  it('prefers the app over English, key by key', () => {
    expect(text('formButtonPrimary')).toBe('Weiter');
    expect(text('backButton')).toBe('Back');
    expect(text('socialButtonsBlockButton', { provider: 'google' })).toBe('Continue with Google');
  });

  it('finds texts by keys known at run time only', () => {
    expect(text.find('unstable__errors.no_such_code')).toBeUndefined();
    expect(text.find('unstable__errors')).toBeUndefined();
    expect(text.find('unstable__errors.not_allowed_access')).toBe('Nein, Harbor.');
  });

  describe('errorText', () => {
    const error = { code: 'form_identifier_exists', message: 'short', longMessage: 'long', meta: { paramName: 'email_address' } };
    it('looks for code and field, then the code, then takes what the server said', () => {
      const own = createTranslator([texts], { unstable__errors: { form_identifier_exists__email_address: 'Taken.' } }, {});
      expect(errorText(error, own)).toBe('Taken.');
      expect(errorText(error, text)).toBe('long');
      expect(errorText({ ...error, longMessage: undefined }, text)).toBe('short');
    });

    it('appends the suggestions for a weak password', () => {
      const weak = { code: 'form_password_not_strong_enough', message: '', meta: { zxcvbn: { suggestions: [{ code: 'dates', message: 'x' }, { code: 'new_one', message: 'As said.' }] } } };
      expect(errorText(weak, text)).toBe('This password is too easy to guess. Avoid dates and years that mean something to you. As said.');
    });

    it('fills placeholders of error texts', () => {
      expect(errorText({ code: 'form_username_invalid_length', message: '' }, text, { min_length: 4, max_length: 64 })).toContain('between 4 and 64');
    });
  });

  it('tells API errors from other failures', () => {
    const thrown = Object.assign(new Error('no'), { errors: [{ code: 'user_locked', message: '' }] });
    expect(apiErrorsOf(thrown)).toHaveLength(1);
    expect(apiErrorsOf(new TypeError('network'))).toBeUndefined();
    expect(hasErrorCode(thrown, 'x', 'user_locked')).toBe(true);
  });
});
