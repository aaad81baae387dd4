import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config.ts';
import { trustedProxies } from './trusted-proxies.ts';

describe('proxies that are believed', () => {
  test.each([
    ['loopback', ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'], ['10.0.0.1', '128.0.0.1', '::2', '::ffff:10.0.0.1']],
    ['uniquelocal, 203.0.113.7', ['10.9.9.9', '172.31.0.1', '192.168.1.1', 'fd00::1', '203.0.113.7', '::ffff:203.0.113.7'], ['127.0.0.1', '172.32.0.1', '203.0.113.8']],
    ['linklocal,2001:db8::/32', ['169.254.1.1', 'fe80::1', '2001:db8:1::1'], ['2001:db9::1', '169.255.0.1']],
    ['', [], ['127.0.0.1', '::1']],
  ])('%j', (ranges, trusted, others) => {
    const isTrusted = trustedProxies(ranges);
    expect(trusted.filter((address) => !isTrusted(address))).toEqual([]);
    expect(others.filter((address) => isTrusted(address))).toEqual([]);
  });

  test('an address is answered the same when it is asked for again', () => {
    const isTrusted = trustedProxies('loopback');
    for (const _turn of [1, 2]) {
      expect(isTrusted('127.0.0.1')).toBe(true);
      expect(isTrusted('192.0.2.1')).toBe(false);
    }
  });

  test.each(['unknown', '', '127.0.0.1, evil', '127.0.0.1:80', undefined])('what is no address is not believed: %j', (address) => {
    expect(trustedProxies('loopback')(address)).toBe(false);
  });

  test.each(['10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/x', 'proxy.example.com', 'fe80::/129'])('a range that is none is named: %s', (range) => {
    expect(() => trustedProxies(`loopback,${range}`)).toThrow(ConfigError);
    expect(() => trustedProxies(range)).toThrow(`"${range}"`);
  });
});
