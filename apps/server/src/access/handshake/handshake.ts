import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import { cookieDirective } from '../../platform/http/cookies.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { HANDSHAKE, HANDSHAKE_NONCE } from '../authority/cookie-names.ts';
import { cookieDomain, isWithin } from '../authority/site.ts';
import { findClient } from '../clients/service.ts';
import type { ClientRow } from '../clients/tables.ts';
import { createDevBrowser } from '../dev-browsers/service.ts';
import { activeSession, isKnownToAsker, liveSessions } from '../sessions/find.ts';
import { inOrganization } from '../sessions/organization.ts';
import { setRefreshToken } from '../sessions/refresh-token.ts';
import { mintSessionToken } from '../tokens/mint.ts';
import { stateDirectives, type Destination, type SignedInState } from './directives.ts';
import { keepPayload, signPayload } from './payload.ts';

/** The cookie that takes the payload to the application lives until it is back there, in seconds. */
const PAYLOAD_COOKIE_AGE = 60;

/** Browsers drop cookies beyond 4096 bytes, names and attributes included. */
const LARGEST_COOKIE_VALUE = 3800;

/**
 * Tells an application's server who is signed in, when it cannot make that out from its own cookies:
 * reads the facts, and sends the browser back with cookies for the application (protocol §7).
 *
 * @returns where to send the browser
 */
export async function shakeHands(ctx: RequestContext, destination: Destination, format: 'nonce' | 'token'): Promise<string> {
  const directives = stateDirectives(ctx, await presentState(ctx, destination), destination);
  const { name, value } = await payload(ctx, directives, format);
  const back = new URL(destination.url);
  back.searchParams.delete(HANDSHAKE);
  back.searchParams.delete(HANDSHAKE_NONCE);
  const domain = cookieDomain(ctx.http.baseUrl);
  if (ctx.instance.environmentType === 'production' && reaches(ctx, domain, back)) {
    ctx.http.setCookie(
      cookieDirective(name, value, { maxAge: PAYLOAD_COOKIE_AGE, httpOnly: true, secure: ctx.http.secure, sameSite: 'Lax', ...(domain ? { domain } : {}) }),
    );
  } else {
    back.searchParams.set(name, value);
  }
  return back.href;
}

async function payload(ctx: RequestContext, directives: readonly string[], format: 'nonce' | 'token'): Promise<{ name: string; value: string }> {
  if (format === 'token') {
    const value = await signPayload(ctx, directives);
    if (ctx.instance.environmentType === 'development' || value.length <= LARGEST_COOKIE_VALUE) return { name: HANDSHAKE, value };
  }
  return { name: HANDSHAKE_NONCE, value: await keepPayload(ctx, directives) };
}

/** Whether a cookie that we set gets to that page: not where the app is on another domain than this API. */
function reaches({ http }: RequestContext, domain: string | undefined, page: URL): boolean {
  return domain ? isWithin(page.hostname, domain) : page.hostname === new URL(http.baseUrl).hostname;
}

async function presentState(ctx: RequestContext, { url: page, organization }: Destination): Promise<SignedInState> {
  const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
  return {
    client,
    session: client && (await presentSession(ctx, client, page, organization)),
    devBrowserToken: ctx.instance.environmentType === 'development' ? await devBrowserToken(ctx, page) : null,
  };
}

async function presentSession(ctx: RequestContext, client: ClientRow, page: URL, organization: string | null | undefined): Promise<SignedInState['session']> {
  const live = (await liveSessions(ctx, client.id)).filter((session) => isKnownToAsker(ctx, session));
  const active = activeSession(client, live);
  if (!active) return null;
  const row = await inOrganization(ctx, active, organization);
  const refreshToken = ctx.instance.environmentType === 'production' ? await newRefreshToken(ctx, row.id) : null;
  // Navigations carry no `Origin`: the token is for the page that the browser returns to.
  const token = await mintSessionToken(ctx, row, { authorizedParty: page.origin, clientChangedAt: client.updated_at });
  return { row, token, refreshToken };
}

async function newRefreshToken(ctx: RequestContext, sessionId: string): Promise<string> {
  const token = randomSecret();
  await setRefreshToken(ctx, sessionId, hashSecret(token));
  return token;
}

/** The development browser that the request carries, or a new one. */
async function devBrowserToken(ctx: RequestContext, page: URL): Promise<string> {
  const { carriage } = ctx.asking;
  if (carriage?.devBrowserId && carriage.token !== null) return carriage.token;
  return (await createDevBrowser(ctx, page.origin)).token;
}
