import { describe, expect, it } from 'vitest';
import { mergeMetadata } from './merge.ts';

const merge = (existing: object, patch: object) => mergeMetadata('public_metadata', existing as Record<string, unknown>, patch as Record<string, unknown>);

describe('mergeMetadata', () => {
  it.each([
    ['adds and replaces', { a: 1 }, { a: 2, b: 3 }, { a: 2, b: 3 }],
    ['merges at depth', { a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 3 } } }, { a: { b: { c: 3, d: 2 } } }],
    ['null removes, at any depth', { a: { b: 1, c: 2 }, d: 4 }, { a: { b: null }, d: null }, { a: { c: 2 } }],
    ['null for what is not there', {}, { a: { b: null } }, { a: {} }],
    ['lists replace', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['an object replaces a value', { a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['a value replaces an object', { a: { b: 1 } }, { a: false }, { a: false }],
  ])('%s', (_what, existing, patch, expected) => {
    expect(merge(existing, patch)).toEqual(expected);
  });

  it('treats __proto__ as a key like any other', () => {
    const merged = merge({}, JSON.parse('{"__proto__":{"admin":true}}') as object);
    expect(JSON.stringify(merged)).toBe('{"__proto__":{"admin":true}}');
    expect('admin' in {}).toBe(false);
  });

  it('refuses what is too large', () => {
    expect(() => merge({ a: 'x'.repeat(5000) }, { b: 'x'.repeat(5000) })).toThrow('form_param_exceeds_allowed_size');
  });
});
