import { apiError } from '@foyer/protocol/errors';
import { nameOfFapiHost } from '../../instances/domains/names.ts';
import { getSatellite, listDomains } from '../../instances/domains/service.ts';
import { satelliteUrls, type Site } from '../../instances/domains/sites.ts';
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
  const { baseUrl, primaryUrl } = ctx.http;
  // The cookie is at this address: with a proxy, a satellite has two.
  const query = new URLSearchParams({ link_domain: satellite, satellite_fapi: baseUrl, redirect_url: redirectUrl.href, state: hashOf(state) });
  return `${primaryUrl}/v1/client/sync?${query}`;
}

/** What a browser brings to the primary domain. */
export interface SyncRequest {
  /** Name of the satellite. */
  satellite: string;
  /** Address of the satellite's Frontend API that the browser comes from; its usual one, if none is named. */
  satelliteFapi: string | undefined;
  redirectUrl: URL;
  /** Hash of the browser's state at the satellite, when it was sent from there. */
  state: string | undefined;
}

/**
 * Answers a satellite on the primary domain: where to send the browser, with a code for its client
 * that the satellite redeems once. A browser that was not sent by the satellite begins there.
 *
 * @throws `resource_not_found` for what is no satellite, `redirect_url_domain_mismatch`
 */
export async function answerSatellite(ctx: RequestContext, { satellite, satelliteFapi, redirectUrl, state }: SyncRequest): Promise<string> {
  const site = await getSatellite(ctx, satellite);
  const base = addressOf(site, satelliteFapi);
  if (base === undefined) throw apiError('resource_not_found', { longMessage: `The Frontend API of ${satellite} is not at ${satelliteFapi}.` });
  if (redirectUrl.protocol !== 'https:' || !isPageOf(site, redirectUrl)) throw apiError('redirect_url_domain_mismatch', { param: 'redirect_url' });
  const fapi = `${base}/v1/client`;
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
 * @param text its host, also as a URL; or the address of its proxy
 * @throws `resource_not_found`
 */
export async function findSatelliteFapi(ctx: RequestContext, text: string): Promise<string> {
  const satellites = (await listDomains(ctx)).filter((domain) => domain.is_satellite);
  const proxied = satellites.find(({ proxy_url: proxyUrl }) => proxyUrl === withoutSlash(text));
  if (proxied) return withoutSlash(text);
  const host = withoutSlash(text.replace(/^https:\/\//, ''));
  return satelliteUrls(await getSatellite(ctx, nameOfFapiHost(host) ?? host))[0];
}

/** The address of a satellite that was named, if it is one; the usual one if none was. */
function addressOf(site: Site, named: string | undefined): string | undefined {
  const urls = satelliteUrls(site);
  return named === undefined ? urls[0] : urls.find((url) => url === withoutSlash(named));
}

/** On the satellite's domain, or beside its proxy. */
function isPageOf(site: Site, page: URL): boolean {
  return isWithin(page.hostname, site.name) || satelliteUrls(site).some((url) => new URL(url).host === page.host);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function hashOf(state: string): string {
  return hashSecret(state).toString('base64url');
}
