/** Where to send someone who has to sign in or sign up, for frameworks to redirect to. */
import { accountPortalUrl, parsePublishableKey } from '@foyer/protocol/keys';
import type { SessionStatusClaim } from '@foyer/protocol/claims';
import { constants } from './constants.ts';
import { developmentFrontendUrl } from './urls.ts';

export type RedirectFun<Result> = (params?: { returnBackUrl?: string | URL | null }) => Result;

export interface CreateRedirectParams<Result> {
  publishableKey: string;
  /** Turns a URL into what the framework answers with. */
  redirectAdapter: (url: string) => Result;
  /** URL of the page that redirects; relative URLs are resolved against it. */
  baseUrl: URL | string;
  signInUrl?: URL | string;
  signUpUrl?: URL | string;
  devBrowserToken?: string;
  /** Of a session with open tasks, the way leads to these. */
  sessionStatus?: SessionStatusClaim | null;
  /** Where browsers reach the Frontend API of a development instance; its account portal is below. */
  proxyUrl?: string;
}

/** `redirectToSignIn()` and `redirectToSignUp()`. Without URLs of the application's own, the account portal's pages are used. */
export function createRedirect<Result>(params: CreateRedirectParams<Result>): {
  redirectToSignIn: RedirectFun<Result>;
  redirectToSignUp: RedirectFun<Result>;
} {
  const { redirectAdapter, signInUrl, signUpUrl, baseUrl, sessionStatus } = params;
  const key = parsePublishableKey(params.publishableKey);
  const development = key?.instanceType === 'development';

  function portalPage(page: string): string {
    if (!key) throw new Error('Missing publishableKey. Set the CLERK_PUBLISHABLE_KEY environment variable.');
    const portal = development
      ? `${params.proxyUrl?.replace(/\/+$/, '') ?? developmentFrontendUrl(undefined)}/portal`
      : accountPortalUrl(key.frontendApi);
    return `${portal}/${page}`;
  }

  function redirectTo(target: string, returnBackUrl: string | URL | null | undefined): Result {
    const page = sessionStatus === 'pending' ? `${target}/tasks` : target;
    return redirectAdapter(buildUrl(baseUrl, page, returnBackUrl, development ? params.devBrowserToken : undefined));
  }

  return {
    redirectToSignIn: ({ returnBackUrl } = {}) => redirectTo(String(signInUrl || portalPage('sign-in')), returnBackUrl),
    redirectToSignUp: ({ returnBackUrl } = {}) =>
      redirectTo(String(signUpUrl || signUpBeside(signInUrl, baseUrl) || portalPage('sign-up')), returnBackUrl),
  };
}

/** The sign-in component answers for sign-up too, at `create` below its own path. */
function signUpBeside(signInUrl: URL | string | undefined, baseUrl: URL | string): string | undefined {
  if (!signInUrl) return undefined;
  const url = new URL(signInUrl, baseUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/create`;
  return url.href;
}

function buildUrl(
  baseUrl: URL | string,
  target: string,
  returnBackUrl: string | URL | null | undefined,
  devBrowserToken: string | undefined,
): string {
  const base = new URL(baseUrl);
  const url = new URL(target, base);
  const crossOrigin = url.host !== base.host;
  if (returnBackUrl) {
    const back = new URL(returnBackUrl, base);
    // Another origin's cookies are its own matter.
    if (crossOrigin) back.searchParams.delete(constants.QueryParameters.SuffixedCookies);
    url.searchParams.set('redirect_url', back.href);
  }
  if (crossOrigin && devBrowserToken) url.searchParams.set(constants.QueryParameters.DevBrowser, devBrowserToken);
  return url.href;
}
