import { apiError } from '@foyer/protocol/errors';
import { fapiHostOf, nameOfFapiHost } from '../../instances/domains/names.ts';
import { getSatellite } from '../../instances/domains/service.ts';
import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import { cookieDirective } from '../../platform/http/cookies.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { clientCookie } from '../authority/client-cookies.ts';
import { isWithin } from '../authority/site.ts';
import { findClient } from '../clients/service.ts';
import { isKnownToAsker, liveSessions } from '../sessions/find.ts';
import { keepSealed, takeSealed } from './payload.ts';

/** Tells a page, and the handshake, that its client was fetched from the primary domain a moment ago. */
export const SYNCED = '__clerk_synced';

/**
 * Cookie of a satellite's Frontend API: only the browser that was sent to the primary domain may bring
 * a client back. Without it anyone could sign somebody else's browser in to an account of their own.
 */
const STATE_COOKIE = '__clerk_sync';
const STATE = /^[\w-]{43}$/;
/** In seconds. Renewed with each sync: tabs of one browser share it. */
const STATE_AGE = 3600;

const PURPOSE = 'satellite-sync';

/** What travels from the primary domain to a satellite. */
interface Sync {
  satellite: string;
  redirectUrl: string;
  /** Hash of the browser's state at the satellite. */
  state: string;
  /** The client of the browser; the satellite carries the very same one. `null` when there is none. */
  clientToken: string | null;
}

/** Whether the asking client on a satellite has nobody signed in, as far as is known there. */
export async function knowsNobody(ctx: RequestContext): Promise<boolean> {
  const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
  const live = client ? await liveSessions(ctx, client.id) : [];
  return !live.some((session) => isKnownToAsker(ctx, session));
}

/**
 * Begins a sync on a satellite: where to send the browser, to come back with the client that it has on
 * the primary domain.
 *
 * @param redirectUrl page of the satellite to go back to
 */
export function askPrimary(ctx: RequestContext, satellite: string, redirectUrl: URL): string {
  const known = ctx.http.cookie(STATE_COOKIE) ?? '';
  const state = STATE.test(known) ? known : randomSecret();
  ctx.http.setCookie(cookieDirective(STATE_COOKIE, state, { maxAge: STATE_AGE, httpOnly: true, secure: ctx.http.secure, sameSite: 'Lax' }));
  const query = new URLSearchParams({ link_domain: satellite, redirect_url: redirectUrl.href, state: hashOf(state) });
  return `https://${ctx.instance.fapiHost}/v1/client/sync?${query}`;
}

/**
 * Answers a satellite on the primary domain: where to send the browser, with a code for its client
 * that the satellite redeems once. A browser that was not sent by the satellite begins there.
 *
 * @throws `resource_not_found` for a domain that is no satellite, `redirect_url_domain_mismatch`
 */
export async function answerSatellite(ctx: RequestContext, name: string, redirectUrl: URL, state: string | undefined): Promise<string> {
  const { name: satellite } = await getSatellite(ctx, name);
  if (redirectUrl.protocol !== 'https:' || !isWithin(redirectUrl.hostname, satellite)) throw apiError('redirect_url_domain_mismatch', { param: 'redirect_url' });
  const fapi = `https://${fapiHostOf(satellite)}/v1/client`;
  if (!state) return `${fapi}/sync?${new URLSearchParams({ redirect_url: redirectUrl.href })}`;
  const { clientId, carriage } = ctx.asking;
  // Whoever carries a token that was replaced has not got the present one, and must not get it here.
  const clientToken = clientId !== null && carriage?.replacedAt === null ? carriage.token : null;
  const sync: Sync = { satellite, redirectUrl: redirectUrl.href, state, clientToken };
  return `${fapi}/link?${new URLSearchParams({ __clerk_token: await keepSealed(ctx, PURPOSE, sync) })}`;
}

/**
 * Ends a sync on the satellite: the browser carries there from now on what it carries on the primary domain.
 *
 * @returns where to send the browser
 * @throws `sync_nonce_already_consumed` for a code that is used up, too old, or another browser's
 */
export async function linkClient(ctx: RequestContext, satellite: string, code: string): Promise<string> {
  const sync = await takeSealed<Sync>(ctx, PURPOSE, code);
  const state = ctx.http.cookie(STATE_COOKIE);
  if (!sync || sync.satellite !== satellite || state === undefined || sync.state !== hashOf(state)) throw apiError('sync_nonce_already_consumed');
  if (sync.clientToken !== null) ctx.http.setCookie(clientCookie(ctx, sync.clientToken));
  const back = new URL(sync.redirectUrl);
  back.searchParams.set(SYNCED, 'true');
  return back.href;
}

/**
 * Address of a satellite's Frontend API.
 *
 * @param text its host, also as a URL
 * @throws `resource_not_found`
 */
export async function satelliteFapi(ctx: RequestContext, text: string): Promise<string> {
  const name = nameOfFapiHost(text.replace(/^https:\/\//, '').replace(/\/+$/, ''));
  const satellite = await getSatellite(ctx, name ?? text);
  return `https://${fapiHostOf(satellite.name)}`;
}

function hashOf(state: string): string {
  return hashSecret(state).toString('base64url');
}
