import fc from 'fast-check';
import { types } from 'pg';
import { describe, expect, test } from 'vitest';
import { momentParser } from './moments.ts';

const reference = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text');
const parse = momentParser(reference);

describe('moments of the database', () => {
  test.each([
    ['2026-11-23 09:16:24+00', '2026-11-23T09:16:24.000Z'],
    ['2026-11-23 09:16:24.5+00', '2026-11-23T09:16:24.500Z'],
    ['2026-01-02 03:04:05.06+00', '2026-01-02T03:04:05.060Z'],
    ['2026-11-23 09:16:24.123999+00', '2026-11-23T09:16:24.123Z'],
    ['1969-12-31 23:59:59.999+00', '1969-12-31T23:59:59.999Z'],
    ['2026-11-23 11:16:24.5+02', '2026-11-23T09:16:24.500Z'],
    ['2026-11-23 14:46:24+05:30', '2026-11-23T09:16:24.000Z'],
    ['0033-04-03 12:00:00+00', '0033-04-03T12:00:00.000Z'],
    ['12026-11-23 09:16:24+00', '+012026-11-23T09:16:24.000Z'],
  ])('%s', (text, expected) => {
    expect((parse(text) as Date).toISOString()).toBe(expected);
  });

  test.each(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC'])('the unusual is left to the driver: %s', (text) => {
    expect(parse(text)).toEqual(reference(text));
  });

  test('what the driver reads, too', () => {
    const moments = fc.date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 6 }), (moment, micros, digits) => {
        const fraction = `${moment.toISOString().slice(20, 23)}${String(micros).padStart(3, '0')}`.slice(0, digits);
        const text = `${moment.toISOString().slice(0, 19).replace('T', ' ')}${fraction === '' ? '' : `.${fraction}`}+00`;
        expect(parse(text)).toEqual(reference(text));
      }),
    );
  });
});
