import { SECOND, toSeconds, DAY } from '../../platform/clock.ts';
import { cookieDirective, type CookieAttributes } from '../../platform/http/cookies.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { CLIENT_COOKIE_LIFETIME } from '../clients/service.ts';
import type { ClientRow } from '../clients/tables.ts';
import { CLIENT_COOKIE, CLIENT_UAT, suffixed } from './cookie-names.ts';
import { cookieDomain, isSameSite } from './site.ts';

/** Life of the cookies that applications read, in seconds. */
export const YEAR = (365 * DAY) / SECOND;

/**
 * Value of `__client_uat`: when someone last signed in or out on the client, in seconds; `0` while
 * nobody is signed in. Servers compare it with the age of the session token they get.
 */
export function clientUat(client: Pick<ClientRow, 'updated_at'> | null, signedIn: boolean): string {
  return client && signedIn ? String(toSeconds(client.updated_at)) : '0';
}

/** The cookie that carries a production browser's client: only we ever see it. */
export function clientCookie(ctx: RequestContext, token: string): string {
  return cookieDirective(CLIENT_COOKIE, token, { ...clientCookieAttributes(ctx), maxAge: CLIENT_COOKIE_LIFETIME / SECOND });
}

export function expiredClientCookie(ctx: RequestContext): string {
  return cookieDirective(CLIENT_COOKIE, '', { ...clientCookieAttributes(ctx), maxAge: 0 });
}

/**
 * `Lax` keeps the cookie out of what foreign pages ask. An allowed origin on another site needs
 * `None`, which browsers accept over TLS only; then the origin rules alone keep strangers out.
 */
function clientCookieAttributes({ http }: RequestContext): Omit<CookieAttributes, 'maxAge'> {
  const crossSite = URL.canParse(http.origin) && !isSameSite(new URL(http.origin), new URL(http.baseUrl));
  return { path: pathOf(http.baseUrl), httpOnly: true, secure: http.secure, sameSite: crossSite && http.secure ? 'None' : 'Lax' };
}

/** Instances that are reached by their paths on one host keep their clients apart; else whoever used two of them would lose the first. */
function pathOf(baseUrl: string): string {
  return /\/i\/[a-z0-9-]+$/.exec(new URL(baseUrl).pathname)?.[0] ?? '/';
}

/** `__client_uat` under both its names, on the domain that we share with the application. */
export function clientUatCookies(ctx: RequestContext, value: string): string[] {
  const domain = cookieDomain(ctx.http.baseUrl);
  const attributes: CookieAttributes = { maxAge: YEAR, secure: ctx.http.secure, sameSite: 'Lax', ...(domain ? { domain } : {}) };
  return [CLIENT_UAT, suffixed(CLIENT_UAT, ctx.instance)].map((name) => cookieDirective(name, value, attributes));
}
