import { describe, expect, it } from 'vitest';
import { parseCookies } from './cookies.ts';

describe('parseCookies', () => {
  it.each([
    ['__session=a; __client_uat=5', { __session: 'a', __client_uat: '5' }],
    ['other=1;__session=a', { __session: 'a' }],
    ['  __session = a', {}],
    ['__session=first; __session=second', { __session: 'first' }],
    ['__session=a=b', { __session: 'a=b' }],
    ['__session=', { __session: '' }],
    ['__session', {}],
    ['__session; __client_uat=1', { __client_uat: '1' }],
    ['__session=%7Ba%7D', { __session: '{a}' }],
    ['__session=100%', { __session: '100%' }],
    [';;; ', {}],
    ['', {}],
    [undefined, {}],
  ])('reads %j', (header, expected) => {
    const { __session, __client_uat } = parseCookies(header);
    expect(JSON.parse(JSON.stringify({ __session, __client_uat }))).toEqual(expected);
  });

  it('knows no names but those sent', () => {
    expect(parseCookies('a=1')['__proto__']).toBeUndefined();
    expect(parseCookies('__proto__=x')['__proto__']).toBe('x');
  });
});
