import { describe, expect, it } from 'vitest';
import { cookieDomain, isSameSite, registrableDomain } from './site.ts';

describe('sites', () => {
  it.each([
    ['clerk.example.com', 'example.com'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['shop.vercel.app', 'shop.vercel.app'],
    ['clerk.app', null],
    ['localhost', null],
    ['127.0.0.1', null],
  ])('the registrable domain of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
    expect(cookieDomain(`https://${host}:8443/path`)).toBe(domain ?? undefined);
  });

  it.each([
    ['https://a.example.com', 'https://b.example.com', true],
    ['http://localhost:3000', 'http://localhost:4000', true],
    ['https://one.vercel.app', 'https://two.vercel.app', false],
    ['http://example.com', 'https://example.com', false],
  ])('%s and %s', (a, b, same) => {
    expect(isSameSite(new URL(a), new URL(b))).toBe(same);
  });
});
