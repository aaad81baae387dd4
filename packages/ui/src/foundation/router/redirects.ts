/** The redirect settings of `<SignIn/>` and `<SignUp/>`, and of the provider, under one set of names. */
export interface RedirectSettings {
  signInForceRedirectUrl?: string | null | undefined;
  signInFallbackRedirectUrl?: string | null | undefined;
  signUpForceRedirectUrl?: string | null | undefined;
  signUpFallbackRedirectUrl?: string | null | undefined;
  afterSignInUrl?: string | null | undefined;
  afterSignUpUrl?: string | null | undefined;
  redirectUrl?: string | null | undefined;
}

type Flow = 'signIn' | 'signUp';

const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

/**
 * Decides where a finished flow goes. First match wins: force URL (query, props, options), `redirect_url` of the query,
 * fallback URL, the deprecated `after…Url` and `redirectUrl`, `/`. A modal without any of these stays where it is (undefined).
 *
 * @param allowed tells whether a URL from the query string may be followed; those are under anybody's control.
 */
export function createRedirects(
  props: RedirectSettings,
  options: RedirectSettings,
  query: URLSearchParams,
  modal: boolean,
  allowed: (url: string) => boolean,
) {
  const fromQuery = (name: string) => {
    const value = query.get(snake(name));
    return value && allowed(value) ? value : undefined;
  };
  const setting = (name: keyof RedirectSettings) => fromQuery(name) || props[name] || options[name] || undefined;

  const after = (flow: Flow): string | undefined =>
    setting(`${flow}ForceRedirectUrl`) ??
    fromQuery('redirectUrl') ??
    setting(`${flow}FallbackRedirectUrl`) ??
    setting(flow === 'signIn' ? 'afterSignInUrl' : 'afterSignUpUrl') ??
    setting('redirectUrl') ??
    (modal ? undefined : '/');

  return {
    after,
    /** Adds the redirect settings in force here to a link to the other flow's page. */
    carryTo(url: string): string {
      const target = new URL(url, location.href);
      // Hash routers read their parameters from the hash.
      const hashPath = target.hash.startsWith('#/') ? target.hash.split('?') : undefined;
      const search = hashPath ? new URLSearchParams(hashPath[1]) : target.searchParams;
      const names = ['signInForceRedirectUrl', 'signInFallbackRedirectUrl', 'signUpForceRedirectUrl', 'signUpFallbackRedirectUrl'] as const;
      for (const name of names) {
        const value = fromQuery(name) || props[name];
        if (value) search.set(snake(name), value);
      }
      const redirect = fromQuery('redirectUrl') || props.redirectUrl;
      if (redirect) search.set('redirect_url', redirect);
      if (hashPath) target.hash = search.size ? `${hashPath[0]}?${search}` : (hashPath[0] ?? '');
      return target.origin === location.origin ? target.pathname + target.search + target.hash : target.href;
    },
  };
}

export type Redirects = ReturnType<typeof createRedirects>;

/**
 * The rule for redirect URLs that come in by the query string: the page's own origin, and those the app listed in
 * `allowedRedirectOrigins` (texts with `*`, or patterns). Without a list: hosts under the Frontend API's parent domain
 * (`clerk.example.com` → `example.com` and below), and this machine for development instances.
 */
export function redirectRule(
  listed: readonly (string | RegExp)[] | undefined,
  frontendApi: string,
  development: boolean,
): (url: string) => boolean {
  const parent = frontendApi.replace(/^clerk\./, '');
  const origins = listed?.length
    ? listed
    : [`https://${parent}`, `https://*.${parent}`, ...(development ? [/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/] : [])];
  return url => {
    if (!URL.canParse(url, location.href)) return false;
    const target = new URL(url, location.href);
    if (target.protocol !== 'http:' && target.protocol !== 'https:') return false;
    return (
      target.origin === location.origin ||
      origins.some(origin => (typeof origin === 'string' ? wildcard(origin) : origin).test(target.origin))
    );
  };
}

const wildcard = (text: string) =>
  new RegExp(`^${text.replace(/\/+$/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
