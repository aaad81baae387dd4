import { describe, expect, it } from 'vitest';
import { fillShortcodes, mentions } from './shortcodes.ts';

const sources = {
  user: {
    id: 'user_1',
    first_name: 'John',
    last_name: null,
    email_verified: false,
    phone_number_verified: true,
    public_metadata: { interests: ['hiking'], age: 0, addresses: { Home: '2355 Pointe Lane' } },
    unsafe_metadata: { foo: { bar: 42 } },
  },
};
const filled = (text: string) => fillShortcodes({ claim: text }, sources)['claim'];

describe('shortcodes', () => {
  it.each([
    ['{{user.id}}', 'user_1'],
    ['{{ user.id }}', 'user_1'],
    ['{{user.phone_number_verified}}', true],
    ['{{user.public_metadata.interests}}', ['hiking']],
    ['{{user.public_metadata.addresses.Home}}', '2355 Pointe Lane'],
    ['{{user.unsafe_metadata}}', { foo: { bar: 42 } }],
    ['{{user.last_name}}', null],
    ['{{user.i_dont_exist}}', null],
    ['{{user.public_metadata.interests.length}}', null],
    ['{{user.constructor.name}}', null],
    ['{{org.id}}', null],
    ['{{}}', null],
  ])('%s alone keeps the type of its value', (text, value) => {
    expect(filled(text)).toEqual(value);
  });

  it.each([
    ['{{user.last_name}} {{user.first_name}} ', 'null John '],
    ['id:{{user.id}}', 'id:user_1'],
    ['{{user.unsafe_metadata.foo}}!', '{"bar":42}!'],
    ['no shortcode {{', 'no shortcode {{'],
    ['{{user.id}}{{user.first_name}}', 'user_1John'],
  ])('%s inside a text becomes text', (text, value) => {
    expect(filled(text)).toBe(value);
  });

  it.each([
    ['{{user.email_verified || user.phone_number_verified}}', true],
    ["{{user.full_name || 'Awesome User'}}", 'Awesome User'],
    ['{{user.public_metadata.years || user.unsafe_metadata.years || 30 }}', 30],
    ['{{user.public_metadata.age || 30}}', 0],
    ['{{user.last_name || user.email_verified}}', false],
    ["{{user.last_name || 'a || b }} c'}}", 'a || b }} c'],
    ["{{user.last_name || ''}}", ''],
    ['{{user.last_name || -1.5}}', -1.5],
    ["Dear {{user.last_name || 'friend'}}", 'Dear friend'],
  ])('%s is its first operand that is neither null nor false', (text, value) => {
    expect(filled(text)).toBe(value);
  });

  it('are filled in wherever they stand, and nothing else is changed', () => {
    expect(fillShortcodes({ a: 1, b: [{ c: '{{user.id}}' }, null, true], '{{user.id}}': 'x' }, sources)).toEqual({ a: 1, b: [{ c: 'user_1' }, null, true], '{{user.id}}': 'x' });
  });

  it('tell what they need', () => {
    expect(mentions({ a: ['{{user.id}}'] }, 'user')).toBe(true);
    expect(mentions({ a: 'static' }, 'user')).toBe(false);
  });
});
