import { apiError } from '@foyer/protocol/errors';
import { HandshakeQuery, LinkClientQuery, SyncClientQuery } from '@foyer/protocol/schemas/requests/client';
import Type from 'typebox';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { redirectTarget } from '../authority/redirect-target.ts';
import { shakeHands } from './handshake.ts';

/** What a redirect answers with: nothing. */
const Nothing = Type.Object({});

/** Pages that browsers pass through on their way back to the application. */
export function handshakeRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Client', asker: 'anyone', response: Nothing } as const;

  routes.get('/v1/client/handshake', { ...options, summary: 'Tell the application who is signed in, and go back', query: HandshakeQuery }, async (ctx, { query }) => {
    const destination = { url: redirectTarget(ctx, query.redirect_url), suffixedCookies: query.suffixed_cookies === 'true', organization: query.organization_id };
    return new Redirect(await shakeHands(ctx, destination, query.format ?? 'token'), 307);
  });

  routes.get('/v1/client/sync', { ...options, summary: 'Begin to sync a satellite domain', query: SyncClientQuery }, async () => {
    throw noSatellites();
  });
  routes.get('/v1/client/link', { ...options, summary: 'Link the client of a satellite domain', query: LinkClientQuery }, async () => {
    throw noSatellites();
  });
}

function noSatellites() {
  return apiError('feature_not_implemented', { longMessage: 'This server does not offer satellite domains yet. Use the domain of the instance itself.' });
}
