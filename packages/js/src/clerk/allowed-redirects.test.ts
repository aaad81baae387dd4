// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { defaultAllowedOrigins, isAllowedRedirect } from './allowed-redirects.ts';
import { afterUrl, forwardedRedirects, redirectsInSearch } from './redirect-urls.ts';
import { withHashParams } from './urls.ts';

afterEach(() => vi.restoreAllMocks());

it('allows this origin, the subdomains of the instance, and what the app names', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const instance = { frontendApi: 'clerk.example.com', baseUrl: 'https://clerk.example.com', instanceType: 'production' as const };
  const origins = [...defaultAllowedOrigins(instance), /^https:\/\/(a|b)\.test$/, 'https://*.partner.test/'];
  const allowed = (url: string) => isAllowedRedirect(url, origins);
  for (const url of ['/home', 'https://example.com/x', 'https://app.example.com', 'https://a.test/', 'https://x.partner.test/y']) expect(allowed(url), url).toBe(true);
  const refused = ['https://evil.test', '//evil.test', 'https://example.com.evil.test', 'https://evilexample.com', 'javascript:alert(1)', 'https://a.test.evil', 'https://partner.test', 'http://localhost:5173', 'http://['];
  for (const url of refused) expect(allowed(url), url).toBe(false);
  expect(console.warn).toHaveBeenCalledTimes(refused.length - 1);
  for (const url of refused) allowed(url);
  // Of each once, however often it is asked about.
  expect(console.warn).toHaveBeenCalledTimes(refused.length - 1);
});

it('allows this machine in development, and protocols that the app names', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const instance = { frontendApi: 'glad-fox-1.clerk.accounts.dev', baseUrl: 'http://foyer.test', instanceType: 'development' as const };
  const origins = defaultAllowedOrigins(instance);
  expect(['http://localhost:5173/x', 'http://127.0.0.1', 'http://localhost.evil.test', 'http://foyer.test/portal'].map((url) => isAllowedRedirect(url, origins))).toEqual([true, true, false, true]);
  expect(isAllowedRedirect('myapp://callback', origins)).toBe(false);
  expect(isAllowedRedirect('myapp://callback', origins, ['myapp:'])).toBe(true);
});

it.each([
  ['force', { props: { signInForceRedirectUrl: '/force', signInFallbackRedirectUrl: '/fallback' }, address: '?redirect_url=/address' }, '/force'],
  ['the address', { props: { signInFallbackRedirectUrl: '/fallback' }, address: '?redirect_url=/address' }, '/address'],
  ['fallback', { props: { signInFallbackRedirectUrl: '/fallback', afterSignInUrl: '/legacy' }, address: '' }, '/fallback'],
  ['the older name', { props: { afterSignInUrl: '/legacy' }, address: '' }, '/legacy'],
  ['home', { props: {}, address: '' }, '/'],
  ['what is allowed', { props: { signInFallbackRedirectUrl: '/fallback' }, address: '?redirect_url=//evil' }, '/fallback'],
])('leads to %s', (_, { props, address }, expected) => {
  const sources = { search: redirectsInSearch(new URLSearchParams(address)), props, options: {} };
  expect(afterUrl('signIn', sources, (url) => !url.startsWith('//'))).toBe(expected);
});

it('hands redirects on behind the #', () => {
  const params = forwardedRedirects({ signUpForceRedirectUrl: '/welcome' }, { redirectUrl: '/here' });
  expect(withHashParams('https://accounts.test/sign-in', params)).toBe(
    'https://accounts.test/sign-in#/?sign_up_force_redirect_url=%2Fwelcome&redirect_url=%2Fhere',
  );
  expect(withHashParams('https://accounts.test/sign-in', {})).toBe('https://accounts.test/sign-in');
});
