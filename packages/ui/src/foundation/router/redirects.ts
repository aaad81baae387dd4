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
