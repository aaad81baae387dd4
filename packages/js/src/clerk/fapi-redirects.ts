import type { Connection } from './connection.ts';
import { pageParams } from './urls.ts';

/** Pages of the Frontend API that send the browser to the app to sign in, and want it back afterwards. */
const PATHS = ['/oauth/authorize', '/oauth/authorize-with-immediate-redirect', '/oauth/end_session', '/v1/verify', '/v1/tickets/accept'];

/** In development: where FAPI wants this browser, which it can only recognise by the dev browser in the URL. */
export function fapiInitiatedRedirect({ needsDevBrowser, baseUrl, frontendApi }: Connection): URL | null {
  const target = pageParams().get('redirect_url');
  if (!needsDevBrowser || !target || !URL.canParse(target)) return null;
  const url = new URL(target);
  const base = new URL(baseUrl);
  const isFapi = url.host === base.host || url.host === frontendApi;
  const path = url.pathname.startsWith(base.pathname) ? `/${url.pathname.slice(base.pathname.length).replace(/^\//, '')}` : url.pathname;
  return isFapi && PATHS.includes(path) ? url : null;
}
