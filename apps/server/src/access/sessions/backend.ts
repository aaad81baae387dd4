import { apiError } from '@foyer/protocol/errors';
import { BackendSession, BackendSessions } from '@foyer/protocol/schemas/backend/session';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateSessionParams, ListSessionsQuery, VerifyClientTokenParams } from '@foyer/protocol/schemas/requests/sessions';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { getUser } from '../../people/users/service.ts';
import { readOwnToken } from '../tokens/verify.ts';
import { createSession } from './create.ts';
import { getSession } from './find.ts';
import { activateOrganization } from './organization.ts';
import { backendSessionResource } from './resource.ts';
import { isLive } from './status.ts';
import { stopSession } from './stop.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

const TAG = 'Sessions';

/** Sessions, for servers. */
export function sessionBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/sessions', { tag: TAG, summary: 'List sessions', query: ListSessionsQuery, response: BackendSessions }, async (ctx, { query }) => {
    const filter = { clientId: query.client_id, userId: query.user_id, status: query.status, now: now(ctx), rules: ctx.instance.settings.session };
    const rows = await store.list(ctx.db, ctx.instance.id, filter, query);
    const data = rows.map((row) => backendSessionResource(ctx, row));
    return query.paginated ? { data, total_count: await store.count(ctx.db, ctx.instance.id, filter) } : data;
  });

  const create = { tag: TAG, summary: 'Create a session, in development only, for tests', body: CreateSessionParams, response: BackendSession };
  routes.post('/v1/sessions', create, async (ctx, { body }) => {
    if (ctx.instance.environmentType === 'production') throw apiError('request_invalid_for_environment');
    return transaction(ctx, async (ctx) => {
      const session = await createTestSession(ctx, body.user_id);
      return backendSessionResource(ctx, await activateOrganization(ctx, session, body.active_organization_id));
    });
  });

  const one = { tag: TAG, params: pathParams('session_id'), response: BackendSession };
  routes.get('/v1/sessions/:session_id', { ...one, summary: 'Get a session' }, async (ctx, { params }) =>
    backendSessionResource(ctx, await getSession(ctx, params.session_id)),
  );
  routes.post('/v1/sessions/:session_id/revoke', { ...one, summary: 'Revoke a session' }, (ctx, { params }) =>
    transaction(ctx, async (ctx) => backendSessionResource(ctx, await stopSession(ctx, await getSession(ctx, params.session_id), 'revoke'))),
  );
  // Not in the reference any more, but the official SDK still offers it.
  routes.post('/v1/sessions/:session_id/verify', { ...one, summary: 'Check a session token', body: VerifyClientTokenParams }, async (ctx, { params, body }) => {
    const claims = await readOwnToken(ctx, body.token);
    const session = claims?.sid === params.session_id ? await getSession(ctx, params.session_id) : null;
    if (!session || !isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('invalid_session_token');
    return backendSessionResource(ctx, session);
  });
}

/** A session on a client of its own, which no browser carries. */
async function createTestSession(ctx: RequestContext, userId: string): Promise<SessionRow> {
  const { id } = await getUser(ctx, userId);
  return createSession(ctx, { userId: id, strategy: 'ticket', firstFactorAt: now(ctx), secondFactorAt: null });
}
