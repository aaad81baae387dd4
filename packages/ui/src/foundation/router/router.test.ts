// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRedirects } from './redirects.ts';
import { createUrlRouter } from './url-router.ts';
import { createVirtualRouter } from './virtual-router.ts';

const goTo = (url: string) => history.replaceState(null, '', url);

beforeEach(() => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://app.example.com/');
});

describe('path routing', () => {
  it('reads and writes the path below its base, keeping the redirect parameters only', async () => {
    goTo('/sign-in/factor-one?redirect_url=%2Fhome&__clerk_ticket=t');
    const router = createUrlRouter('/sign-in/');
    expect(router.path).toBe('factor-one');
    await router.go('create/verify-email-address');
    expect(location.pathname + location.search).toBe('/sign-in/create/verify-email-address?redirect_url=%2Fhome');
    expect(router.path).toBe('create/verify-email-address');
    expect(router.url('')).toBe('https://app.example.com/sign-in?redirect_url=%2Fhome');
  });

  it('goes through the app’s router where there is one', async () => {
    goTo('/sign-in');
    const navigate = vi.fn();
    await createUrlRouter('/sign-in', navigate).go('factor-one', { replace: true });
    expect(navigate).toHaveBeenCalledWith('/sign-in/factor-one', { replace: true });
  });

  it('takes over step and parameters that a link from elsewhere has in the hash', () => {
    goTo('/sign-in?tab=1#/create?redirect_url=%2Fhome');
    const router = createUrlRouter('/sign-in');
    expect(location.pathname + location.search + location.hash).toBe('/sign-in/create?tab=1&redirect_url=%2Fhome');
    expect(router.query.get('redirect_url')).toBe('/home');
  });

  it('does not take a longer name for its base', () => {
    goTo('/sign-in-help/factor-one');
    expect(createUrlRouter('/sign-in').path).toBe('');
  });
});

describe('hash routing', () => {
  it('keeps the page and its query, and carries redirects in the hash', async () => {
    goTo('/login?tab=1#/factor-one?redirect_url=%2Fhome');
    const router = createUrlRouter(undefined);
    expect(router.path).toBe('factor-one');
    expect(router.query.get('redirect_url')).toBe('/home');
    await router.go('factor-two');
    expect(location.href).toBe('https://app.example.com/login?tab=1#/factor-two?redirect_url=%2Fhome');
  });

  it('accepts a hash without a slash', () => {
    goTo('/#verify-email-address');
    expect(createUrlRouter(undefined).path).toBe('verify-email-address');
  });

  it('tells its listeners of its own moves and of the browser’s', async () => {
    goTo('/');
    const router = createUrlRouter(undefined);
    const heard = vi.fn();
    const stop = router.subscribe(heard);
    await router.go('factor-one');
    expect(heard).toHaveBeenCalled();
    heard.mockClear();
    dispatchEvent(new Event('popstate'));
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
    dispatchEvent(new Event('popstate'));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

it('virtual routing leaves the URL alone', async () => {
  goTo('/page');
  const router = createVirtualRouter('/security/');
  expect(router.path).toBe('security');
  await router.go('');
  expect(router.path).toBe('');
  expect(location.pathname).toBe('/page');
});

describe('createRedirects', () => {
  const all = () => true;
  const after = (props: object, options: object, query: string, modal = false, allowed: (url: string) => boolean = all) =>
    createRedirects(props, options, new URLSearchParams(query), modal, allowed).after('signIn');

  it.each([
    ['force in the query', {}, {}, 'sign_in_force_redirect_url=/a&redirect_url=/b', '/a'],
    ['force of the component', { signInForceRedirectUrl: '/a' }, { signInForceRedirectUrl: '/z' }, 'redirect_url=/b', '/a'],
    ['force of the provider', {}, { signInForceRedirectUrl: '/z' }, 'redirect_url=/b', '/z'],
    ['redirect_url', { signInFallbackRedirectUrl: '/c' }, {}, 'redirect_url=/b', '/b'],
    ['fallback', { signInFallbackRedirectUrl: '/c' }, { afterSignInUrl: '/d' }, '', '/c'],
    ['the deprecated names', {}, { afterSignInUrl: '/d', redirectUrl: '/e' }, '', '/d'],
    ['the root', {}, {}, '', '/'],
  ])('goes by %s', (_name, props, options, query, expected) => {
    expect(after(props, options, query)).toBe(expected);
  });

  it('stays on the page after a modal unless told otherwise', () => {
    expect(after({}, {}, '', true)).toBeUndefined();
    expect(after({ signInFallbackRedirectUrl: '/c' }, {}, '', true)).toBe('/c');
  });

  it('ignores URLs of the query that are not allowed', () => {
    expect(after({}, {}, 'redirect_url=https://evil.test', false, () => false)).toBe('/');
  });

  it('carries the settings to the other flow’s page, in the hash where that routes by hash', () => {
    const redirects = createRedirects({ signUpForceRedirectUrl: '/new' }, {}, new URLSearchParams('redirect_url=/b'), false, all);
    expect(redirects.carryTo('/sign-up')).toBe('/sign-up?sign_up_force_redirect_url=%2Fnew&redirect_url=%2Fb');
    expect(redirects.carryTo('/login#/sign-up')).toBe('/login#/sign-up?sign_up_force_redirect_url=%2Fnew&redirect_url=%2Fb');
  });
});
