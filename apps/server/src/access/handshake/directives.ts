import { SECOND } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import { cookieDirective, type CookieAttributes } from '../../platform/http/cookies.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { clientUat, YEAR } from '../authority/client-cookies.ts';
import { CLIENT_UAT, DEV_BROWSER, HANDSHAKE, HANDSHAKE_NONCE, REFRESH_COOKIE, SESSION_COOKIE, suffixed } from '../authority/cookie-names.ts';
import { cookieDomain } from '../authority/site.ts';
import type { ClientRow } from '../clients/tables.ts';
import { sessionExpiry } from '../sessions/status.ts';
import type { SessionRow } from '../sessions/tables.ts';

/** The state that the application's cookies should tell. */
export interface SignedInState {
  client: ClientRow | null;
  /** The session of the client, with a fresh token; `null` when nobody is signed in. */
  session: { row: SessionRow; token: string; refreshToken: string | null } | null;
  /** Development only. */
  devBrowserToken: string | null;
}

/** The page that the cookies are for. */
export interface Destination {
  url: URL;
  /** Whether the server reads the names with the instance's suffix (protocol §4); then it gets both. */
  suffixedCookies: boolean;
  /** The organization that the page is about, by id or slug; empty for the personal account, absent where pages are about none. */
  organization?: string | null | undefined;
}

/**
 * The `Set-Cookie` directives that bring an application's cookies in line with the facts
 * (protocol §7). The application's server passes them on to the browser.
 */
export function stateDirectives(ctx: RequestContext, state: SignedInState, destination: Destination): string[] {
  const { client, session, devBrowserToken } = state;
  const write = writer(ctx, destination);
  return [
    // Always both: once the page's script has written its suffixed cookies, servers look for this one among them.
    ...(devBrowserToken === null ? [] : write.all(DEV_BROWSER, devBrowserToken, { maxAge: YEAR })),
    ...write.both(CLIENT_UAT, clientUat(client, session !== null), { maxAge: YEAR, ...write.shared }),
    ...write.both(SESSION_COOKIE, session?.token ?? '', { maxAge: session ? YEAR : 0 }),
    ...refreshDirectives(ctx, state, write),
    ...[HANDSHAKE, HANDSHAKE_NONCE].map((name) => write.one(name, '', { maxAge: 0, ...write.shared })),
  ];
}

/** Only the session token, for a session that was refreshed. */
export function sessionDirectives(ctx: RequestContext, token: string, destination: Destination): string[] {
  return writer(ctx, destination).both(SESSION_COOKIE, token, { maxAge: YEAR });
}

type Writer = ReturnType<typeof writer>;

/** The refresh token is for production servers, and is read under its suffixed name only. */
function refreshDirectives(ctx: RequestContext, { session }: SignedInState, write: Writer): string[] {
  if (ctx.instance.environmentType === 'development') return [];
  const name = suffixed(REFRESH_COOKIE, ctx.instance);
  if (!session?.refreshToken) return session ? [] : [write.one(name, '', { maxAge: 0, httpOnly: true })];
  const expiry = sessionExpiry(session.row, { inactivity_timeout_in_minutes: 0 });
  const maxAge = Math.max(0, Math.floor((expiry.getTime() - now(ctx).getTime()) / SECOND));
  return [write.one(name, session.refreshToken, { maxAge, httpOnly: true })];
}

/** Writes cookies as they suit the destination: `Secure` where it is on https, shared ones on its registrable domain. */
function writer(ctx: RequestContext, { url, suffixedCookies }: Destination) {
  const common = { secure: url.protocol === 'https:', sameSite: 'Lax' } as const;
  const domain = cookieDomain(url.origin);
  const one = (name: string, value: string, attributes: CookieAttributes) => cookieDirective(name, value, { ...common, ...attributes });
  const all = (name: string, value: string, attributes: CookieAttributes) => [name, suffixed(name, ctx.instance)].map((each) => one(each, value, attributes));
  return {
    one,
    all,
    /** Under the suffixed name as well, where the server reads that. */
    both: (name: string, value: string, attributes: CookieAttributes) => (suffixedCookies ? all(name, value, attributes) : [one(name, value, attributes)]),
    shared: domain ? { domain } : {},
  };
}
