import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateBackendSessionTokenParams } from '@foyer/protocol/schemas/requests/sessions';
import { Token } from '@foyer/protocol/schemas/resources/session';
import { now } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { findClient } from '../clients/service.ts';
import { getSession, sessionNotFound } from '../sessions/find.ts';
import { tokenResource } from '../sessions/resource.ts';
import { isLive } from '../sessions/status.ts';
import { mintCustomToken } from './custom.ts';
import { mintSessionToken } from './mint.ts';

const options = { tag: 'Sessions', body: CreateBackendSessionTokenParams, response: Token };

/** Session tokens made by servers. */
export function tokenBackendRoutes(routes: BackendRoutes): void {
  const token = { ...options, summary: 'Create a session token', params: pathParams('session_id') };
  routes.post('/v1/sessions/:session_id/tokens', token, async (ctx, { params, body }) => {
    const session = await getSession(ctx, params.session_id);
    if (!isLive(session, now(ctx), ctx.instance.settings.session)) throw sessionNotFound();
    const client = await findClient(ctx, session.client_id);
    const wish = { authorizedParty: null, clientChangedAt: client?.updated_at ?? null, lifetime: body.expires_in_seconds ?? undefined };
    return tokenResource(await mintSessionToken(ctx, session, wish));
  });

  const fromTemplate = { ...options, summary: 'Create a token from a JWT template', params: pathParams('session_id', 'template_name') };
  routes.post('/v1/sessions/:session_id/tokens/:template_name', fromTemplate, async (ctx, { params, body }) => {
    const session = await getSession(ctx, params.session_id);
    if (!isLive(session, now(ctx), ctx.instance.settings.session)) throw sessionNotFound();
    const wish = { template: params.template_name, authorizedParty: null, lifetime: body.expires_in_seconds ?? undefined };
    return tokenResource(await mintCustomToken(ctx, session, wish));
  });
}
