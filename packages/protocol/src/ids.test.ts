import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createId, ID_RANDOM_BYTES, idPrefix, idTimestamp, isId } from './ids.ts';

const NOW = Date.UTC(2025, 10, 23, 12, 0, 0, 123);

describe('ids', () => {
  it('have the prefix of their kind and 27 base62 characters', () => {
    const id = createId('user', randomBytes(ID_RANDOM_BYTES), NOW);
    expect(id).toMatch(/^user_[0-9A-Za-z]{27}$/);
    expect(isId('user', id)).toBe(true);
    expect(isId('session', id)).toBe(false);
  });

  it('recognise documented ids and refuse everything else', () => {
    expect(isId('user', 'user_2g7np7Hrk0SN6kj5EDMLDaKNL0S')).toBe(true);
    for (const text of ['', 'user_', 'user_2g7np7Hrk0SN6kj5EDMLDaKNL0', 'user_2g7np7Hrk0SN6kj5EDMLDaKNL0-', null, 7]) {
      expect(isId('user', text)).toBe(false);
    }
    expect(idPrefix('sign_in')).toBe('sia');
  });

  it('sort by the time they were made', () => {
    const time = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2100, 0, 1) });
    const random = fc.uint8Array({ minLength: ID_RANDOM_BYTES, maxLength: ID_RANDOM_BYTES });
    fc.assert(
      fc.property(time, time, random, random, (first, second, a, b) => {
        fc.pre(first !== second);
        const earlier = createId('session', a, Math.min(first, second));
        const later = createId('session', b, Math.max(first, second));
        return earlier < later && idTimestamp(earlier) === Math.min(first, second);
      }),
    );
  });

  it('use every random bit', () => {
    const zeros = createId('client', new Uint8Array(ID_RANDOM_BYTES), NOW);
    for (let i = 0; i < ID_RANDOM_BYTES; i++) {
      const bytes = new Uint8Array(ID_RANDOM_BYTES);
      bytes[i] = 1;
      expect(createId('client', bytes, NOW)).not.toBe(zeros);
    }
  });

  it('cannot be made from too little randomness', () => {
    expect(() => createId('user', new Uint8Array(8), NOW)).toThrow(RangeError);
  });

  it('tell no time when they are no ids', () => {
    expect(idTimestamp('user_short')).toBeNull();
  });
});
