import { apiError } from '@foyer/protocol/errors';
import type { RequestContext } from '../../platform/http/facts.ts';
import { CLIENT_COOKIE, DEV_BROWSER, suffixed } from './cookie-names.ts';
import { checkOrigin } from './origin.ts';

/** How a request carries its client: by a development browser, a cookie, or a native app's header. */
export type Carrier = 'dev_browser' | 'cookie' | 'native';

/** What a request presents; the token is `null` when it presents nothing. */
export interface Credential {
  carrier: Carrier;
  token: string | null;
}

/**
 * Reads the credential of a request, and refuses requests that must not carry one.
 *
 * @throws the errors of {@link checkOrigin}, `native_api_disabled`
 */
export function readCredential(ctx: RequestContext): Credential {
  const { http, instance } = ctx;
  checkOrigin(ctx);
  if (http.native) {
    if (!instance.settings.native_api_enabled) throw apiError('native_api_disabled');
    return { carrier: 'native', token: nativeToken(ctx) };
  }
  if (instance.environmentType === 'development') return { carrier: 'dev_browser', token: devBrowserToken(ctx) };
  return { carrier: 'cookie', token: http.cookie(CLIENT_COOKIE) ?? null };
}

/** The bare token; apps that prefix it with `Bearer` are understood too. */
function nativeToken({ http }: RequestContext): string | null {
  return http.header('authorization')?.replace(/^Bearer\s+/i, '').trim() || null;
}

function devBrowserToken(ctx: RequestContext): string | null {
  const { query } = ctx.http;
  const named = query[DEV_BROWSER] ?? query['__dev_session'];
  if (typeof named === 'string' && named !== '') return named;
  return trustsCookie(ctx) ? devBrowserCookie(ctx) : null;
}

function devBrowserCookie({ http, instance }: RequestContext): string | null {
  return http.cookie(suffixed(DEV_BROWSER, instance)) ?? http.cookie(DEV_BROWSER) ?? null;
}

/**
 * The cookie counts only when someone follows a link on this very site, and the browser says so: else
 * any page or mail could have a signed-in developer's browser act on its behalf.
 */
function trustsCookie({ http }: RequestContext): boolean {
  if (http.method !== 'GET' || http.origin !== '') return false;
  return ['same-origin', 'same-site'].includes(http.header('sec-fetch-site') ?? '');
}
