import { apiError } from '@foyer/protocol/errors';
import { HandshakeQuery, LinkClientQuery, SyncClientQuery } from '@foyer/protocol/schemas/requests/client';
import Type from 'typebox';
import type { RequestContext } from '../../platform/http/facts.ts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { redirectTarget, webPage } from '../authority/redirect-target.ts';
import { shakeHands } from './handshake.ts';
import { answerSatellite, askPrimary, findSatelliteFapi, knowsNobody, linkClient, SYNCED } from './satellites.ts';

/** What a redirect answers with: nothing. */
const Nothing = Type.Object({});

/** Pages that browsers pass through on their way back to the application. */
export function handshakeRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Client', asker: 'anyone', response: Nothing } as const;

  routes.get('/v1/client/handshake', { ...options, summary: 'Tell the application who is signed in, and go back', query: HandshakeQuery }, async (ctx, { query }) => {
    const { satellite, baseUrl } = ctx.http;
    if (query.satellite_fapi && satellite === undefined) return new Redirect(thisHandshake(await findSatelliteFapi(ctx, query.satellite_fapi), query).href, 307);
    const destination = { url: redirectTarget(ctx, query.redirect_url), suffixedCookies: query.suffixed_cookies === 'true', organization: query.organization_id };
    // A satellite that knows nobody asks the primary domain first, once.
    if (satellite !== undefined && query[SYNCED] !== 'true' && (await knowsNobody(ctx))) {
      return new Redirect(askPrimary(ctx, satellite, thisHandshake(baseUrl, query)), 307);
    }
    return new Redirect(await shakeHands(ctx, destination, query.format ?? 'token'), 307);
  });

  routes.get('/v1/client/sync', { ...options, summary: 'Fetch the client of a satellite domain from the primary one', query: SyncClientQuery }, async (ctx, { query }) => {
    requireProduction(ctx);
    const { satellite } = ctx.http;
    if (satellite !== undefined) return new Redirect(askPrimary(ctx, satellite, redirectTarget(ctx, query.redirect_url)), 307);
    if (!query.link_domain) throw apiError('form_param_missing', { param: 'link_domain' });
    const sync = { satellite: query.link_domain, satelliteFapi: query.satellite_fapi, redirectUrl: webPage(query.redirect_url), state: query.state };
    return new Redirect(await answerSatellite(ctx, sync), 307);
  });

  routes.get('/v1/client/link', { ...options, summary: 'Carry the client of the primary domain on a satellite', query: LinkClientQuery }, async (ctx, { query }) => {
    requireProduction(ctx);
    const { satellite } = ctx.http;
    if (satellite === undefined) throw apiError('operation_not_allowed_on_primary_domain');
    if (!query.__clerk_token) throw apiError('form_param_missing', { param: '__clerk_token' });
    return new Redirect(await linkClient(ctx, satellite, query.__clerk_token), 307);
  });
}

/** The address of this very handshake, at a Frontend API. */
function thisHandshake(fapi: string, query: HandshakeQuery): URL {
  const params = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' && name !== 'satellite_fapi' ? [[name, value]] : []));
  return new URL(`${fapi}/v1/client/handshake?${new URLSearchParams(params)}`);
}

/** In development browsers take their client along themselves, in the address. */
function requireProduction({ instance }: RequestContext): void {
  if (instance.environmentType !== 'production') throw apiError('request_invalid_for_environment');
}
