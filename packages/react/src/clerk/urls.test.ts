import { createPublishableKey } from '@foyer/protocol/keys';
import { describe, expect, it } from 'vitest';
import { proxyUrlOf, scriptUrlOf } from './urls.ts';

const development = createPublishableKey('development', 'test-house-1.clerk.accounts.dev');
const production = createPublishableKey('production', 'clerk.example.com');

describe('proxyUrlOf', () => {
  it('is the local server for a development key', () => {
    expect(proxyUrlOf({ publishableKey: development })).toBe('http://localhost:4000');
  });

  it('is nothing for a production key, which names its own host', () => {
    expect(proxyUrlOf({ publishableKey: production })).toBeUndefined();
  });

  it('is what was told, without closing slashes', () => {
    expect(proxyUrlOf({ publishableKey: development, proxyUrl: 'https://app.test/__clerk/' })).toBe('https://app.test/__clerk');
  });

  it('says what is wrong with a key', () => {
    expect(() => proxyUrlOf({ publishableKey: '' })).toThrow(/needs a publishableKey.*localhost:4000/);
    expect(() => proxyUrlOf({ publishableKey: 'sk_test_abc' })).toThrow(/"sk_test_abc" is not a publishable key/);
  });
});

describe('scriptUrlOf', () => {
  it.each([
    ['the local server', { publishableKey: development }, 'http://localhost:4000/npm/@foyer/js@0/dist/clerk.browser.js'],
    ['the host in the key', { publishableKey: production }, 'https://clerk.example.com/npm/@foyer/js@0/dist/clerk.browser.js'],
    ['a satellite domain', { publishableKey: production, domain: 'other.test' }, 'https://clerk.other.test/npm/@foyer/js@0/dist/clerk.browser.js'],
    ['a path of the site', { publishableKey: production, proxyUrl: '/__clerk' }, '/__clerk/npm/@foyer/js@0/dist/clerk.browser.js'],
    ['a version and a variant', { publishableKey: development, clerkJSVersion: '0.1.0', clerkJSVariant: 'headless' as const }, 'http://localhost:4000/npm/@foyer/js@0.1.0/dist/clerk.headless.browser.js'],
    ['a URL of its own', { publishableKey: development, clerkJSUrl: 'https://cdn.test/clerk.js' }, 'https://cdn.test/clerk.js'],
  ])('knows %s', (_what, source, url) => {
    expect(scriptUrlOf(source)).toBe(url);
  });
});
