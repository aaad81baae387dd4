import { apiError } from '@foyer/protocol/errors';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { TouchSessionParams } from '@foyer/protocol/schemas/requests/sessions';
import { Session } from '@foyer/protocol/schemas/resources/session';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { loadUser } from '../../people/users/service.ts';
import { noteChange } from '../authority/carriage.ts';
import { freshToken } from '../clients/resource.ts';
import { findClient, updateClient } from '../clients/service.ts';
import { recordActivity } from './activity.ts';
import { activeSession, liveSessions, sessionOfClient } from './find.ts';
import { activateOrganization } from './organization.ts';
import { sessionResource } from './resource.ts';
import { isLive } from './status.ts';
import { stopSession, type WayToStop } from './stop.ts';
import type { SessionRow } from './tables.ts';

const options = { tag: 'Sessions', asker: 'anyone', params: pathParams('session_id'), response: Session } as const;

/** The sessions of the client that asks. */
export function sessionRoutes(routes: FrontendRoutes): void {
  routes.get('/v1/client/sessions/:session_id', { ...options, summary: 'Get a session' }, async (ctx, { params }) =>
    resource(ctx, await sessionOfClient(ctx, params.session_id)),
  );
  routes.post(
    '/v1/client/sessions/:session_id/touch',
    { ...options, summary: 'Make a session the active one', body: TouchSessionParams },
    async (ctx, { params, body }) => touch(ctx, params.session_id, body.active_organization_id),
  );
  routes.post('/v1/client/sessions/:session_id/end', { ...options, summary: 'Sign out of a session, which the client goes on showing' }, (ctx, { params }) =>
    stop(ctx, params.session_id, 'end'),
  );
  routes.post('/v1/client/sessions/:session_id/remove', { ...options, summary: 'Sign out of a session' }, (ctx, { params }) =>
    stop(ctx, params.session_id, 'remove'),
  );
}

/** Makes a session the one that its client speaks for, and notes that it is in use. */
async function touch(ctx: RequestContext, id: string, organizationId: string | null | undefined): Promise<unknown> {
  const present = await sessionOfClient(ctx, id);
  if (!isLive(present, now(ctx), ctx.instance.settings.session)) throw apiError('invalid_action_for_session');
  const session = await activateOrganization(ctx, present, organizationId);
  await updateClient(ctx, session.client_id, { last_active_session_id: session.id });
  Object.assign(ctx.asking, { sessionId: session.id, userId: session.user_id, actor: session.actor });
  return resource(ctx, await recordActivity(ctx, session));
}

function stop(ctx: RequestContext, id: string, way: WayToStop): Promise<unknown> {
  return transaction(ctx, async (ctx) => {
    const session = await stopSession(ctx, await sessionOfClient(ctx, id), way);
    noteChange(ctx);
    const client = await findClient(ctx, session.client_id);
    const next = client && activeSession(client, await liveSessions(ctx, client.id));
    Object.assign(ctx.asking, { sessionId: next?.id ?? null, userId: next?.user_id ?? null, actor: next?.actor ?? null });
    return resource(ctx, session);
  });
}

async function resource(ctx: RequestContext, session: SessionRow): Promise<unknown> {
  const client = await findClient(ctx, session.client_id);
  if (!client) throw apiError('signed_out');
  return sessionResource(ctx, session, await loadUser(ctx, session.user_id), await freshToken(ctx, client, session));
}
