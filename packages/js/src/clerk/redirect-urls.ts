/** Where a finished sign-in or sign-up leads. Docs: guides/development/customize-redirect-urls. */
import type { RedirectOptions } from '../types/navigation.ts';

type Flow = 'signIn' | 'signUp';
type Source = RedirectOptions & { redirectUrl?: string | null };

/** Settings in the address of the page, which anyone may have written. */
export function redirectsInSearch(search: URLSearchParams): Source {
  return {
    signInForceRedirectUrl: search.get('sign_in_force_redirect_url'),
    signInFallbackRedirectUrl: search.get('sign_in_fallback_redirect_url'),
    signUpForceRedirectUrl: search.get('sign_up_force_redirect_url'),
    signUpFallbackRedirectUrl: search.get('sign_up_fallback_redirect_url'),
    redirectUrl: search.get('redirect_url'),
  };
}

/**
 * The first that is set wins: force, `redirect_url` of the address, fallback, the older settings, the home page.
 * What the address says must pass `isAllowed`; the app's own settings are trusted.
 */
export function afterUrl(
  flow: Flow,
  { search, props, options }: { search: Source; props: Source; options: Source },
  isAllowed: (url: string) => boolean,
): string {
  const inSearch = (name: keyof Source) => (search[name] && isAllowed(search[name]) ? search[name] : undefined);
  const setting = (name: keyof Source) => inSearch(name) || props[name] || options[name];
  return (
    setting(`${flow}ForceRedirectUrl`) ||
    inSearch('redirectUrl') ||
    setting(`${flow}FallbackRedirectUrl`) ||
    setting(flow === 'signIn' ? 'afterSignInUrl' : 'afterSignUpUrl') ||
    setting('redirectUrl') ||
    '/'
  );
}

/** The settings that the next page of the flow must know, by parameter name. */
export function forwardedRedirects(options: Source, props: Source): Record<string, string | null | undefined> {
  const names = ['signInForceRedirectUrl', 'signInFallbackRedirectUrl', 'signUpForceRedirectUrl', 'signUpFallbackRedirectUrl'] as const;
  const settings = names.map((name) => [name, props[name] ?? options[name]] as const);
  return { ...Object.fromEntries(settings), redirectUrl: props.redirectUrl };
}
