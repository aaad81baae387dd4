import { describe, expect, it } from 'vitest';
import { completeSettings } from '../instances/settings/settings.ts';
import { identifierKind, normaliseEmailAddress, normalisePhoneNumber, requireUsername } from './identifiers.ts';

describe('normaliseEmailAddress', () => {
  it.each([
    ['Ada@Example.COM', 'ada@example.com'],
    [' ada+clerk_test@example.com ', 'ada+clerk_test@example.com'],
    ["o'hara.x@mail.example.co.uk", "o'hara.x@mail.example.co.uk"],
    ['jörg@exämple.de', 'jörg@exämple.de'],
    ['ada', null],
    ['ada@', null],
    ['@example.com', null],
    ['ada@example', null],
    ['ada@exa mple.com', null],
    ['ada..x@example.com', null],
    ['ada@-example.com', null],
    ['ada@b@example.com', null],
    [`${'x'.repeat(65)}@example.com`, null],
    [`ada@${'x'.repeat(250)}.com`, null],
    ['ada@example.com\0', null],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseEmailAddress(text)).toBe(expected);
  });
});

describe('normalisePhoneNumber', () => {
  it.each([
    ['+1 (201) 555-0123', '+12015550123'],
    ['+15555550100', '+15555550100'],
    [' 12015550123', '+12015550123'],
    ['+49 1512 3456789', '+4915123456789'],
    ['2015550123', null],
    ['+1', null],
    ['+999123', null],
    ['hello', null],
  ])('%j becomes %j', (text, expected) => {
    expect(normalisePhoneNumber(text)).toBe(expected);
  });
});

describe('identifierKind', () => {
  it.each([
    ['Ada@Example.com', { kind: 'email_address', value: 'ada@example.com' }],
    ['+1 201 555 0123', { kind: 'phone_number', value: '+12015550123' }],
    ['Ada_L', { kind: 'username', value: 'ada_l' }],
    ['12345', { kind: 'username', value: '12345' }],
  ])('%j', (text, expected) => {
    expect(identifierKind(text)).toEqual(expected);
  });
});

describe('requireUsername', () => {
  const check = (text: string, rules: object = {}) => () => requireUsername(completeSettings({ username: rules }).username, text);
  it('stores lower case', () => expect(check('Ada-L_1')()).toBe('ada-l_1'));
  it('refuses what is too short, too long or not Latin', () => {
    expect(check('abc')).toThrow('form_username_invalid_length');
    expect(check('x'.repeat(65))).toThrow('form_username_invalid_length');
    expect(check('ädaädä')).toThrow('form_username_invalid_character');
    expect(check('ada.l')).toThrow('form_username_invalid_character');
    expect(check('1234')).toThrow('form_username_needs_non_number_char');
  });
  it('follows the settings', () => {
    expect(check('ada.l', { allow_extended_special_characters: true })()).toBe('ada.l');
    expect(check('1234', { allow_numeric_usernames: true })()).toBe('1234');
    expect(check('ab', { min_length: 2 })()).toBe('ab');
  });
});
