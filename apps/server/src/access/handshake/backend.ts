import { apiError } from '@foyer/protocol/errors';
import { HandshakePayload, SessionRefresh } from '@foyer/protocol/schemas/backend/session';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { HandshakePayloadQuery, RefreshSessionParams, RefreshSessionQuery } from '@foyer/protocol/schemas/requests/sessions';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { tokenResource } from '../sessions/resource.ts';
import { sessionDirectives } from './directives.ts';
import { fetchPayload } from './payload.ts';
import { refreshSession } from './refresh.ts';

/** What the servers of applications ask while they find out who is signed in. */
export function handshakeBackendRoutes(routes: BackendRoutes): void {
  const payload = { tag: 'Clients', summary: 'Fetch the cookies of a handshake, once', query: HandshakePayloadQuery, response: HandshakePayload };
  routes.get('/v1/clients/handshake_payload', payload, async (ctx, { query }) => {
    const directives = await fetchPayload(ctx, query.nonce);
    if (!directives) throw apiError('resource_not_found', { longMessage: 'There is no handshake with this nonce. It has been used or has expired.' });
    return { directives };
  });

  const refresh = {
    tag: 'Sessions',
    summary: 'Make a new session token from an expired one and the refresh token',
    params: pathParams('session_id'),
    query: RefreshSessionQuery,
    body: RefreshSessionParams,
    response: SessionRefresh,
  };
  routes.post('/v1/sessions/:session_id/refresh', refresh, async (ctx, { params, query, body }) => {
    const { expired_token: expiredToken, refresh_token: refreshToken, request_origin: origin } = body;
    const jwt = await refreshSession(ctx, { sessionId: params.session_id, expiredToken, refreshToken, origin });
    if (body.format !== 'cookie') return tokenResource(jwt);
    const destination = { url: new URL(origin), suffixedCookies: query.suffixed_cookies === 'true' };
    return { object: 'cookies', cookies: sessionDirectives(ctx, jwt, destination) };
  });
}
