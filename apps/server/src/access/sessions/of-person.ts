import { apiError } from '@foyer/protocol/errors';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { ActiveSessions, Session, Sessions } from '@foyer/protocol/schemas/resources/session';
import type { SessionStatus } from '@foyer/protocol/statuses';
import { now, type Context } from '../../platform/context.ts';
import { askingUser } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { loadUser } from '../../people/users/service.ts';
import { getSession, sessionNotFound } from './find.ts';
import { activeSessionResource, sessionResource } from './resource.ts';
import { stopSession } from './stop.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/** Most sessions that are listed, newest first. */
const LIMIT = 100;

/** What a person is shown of their past: replaced and removed sessions are of no interest. */
const SHOWN: readonly SessionStatus[] = ['active', 'pending', 'ended', 'revoked', 'expired', 'abandoned'];

/** The sessions of the person who asks, on all their devices. */
export function personSessionRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Active sessions', asker: 'user', bare: true } as const;

  routes.get('/v1/me/sessions', { ...options, summary: 'List the sessions of the user', response: Sessions }, async (ctx) => {
    const { userId } = askingUser(ctx);
    const owner = await loadUser(ctx, userId);
    // Tokens are for the browser that a session lives in, not for the others.
    return (await sessionsOf(ctx, userId, SHOWN)).map((session) => sessionResource(ctx, session, owner, null));
  });

  routes.get('/v1/me/sessions/active', { ...options, summary: 'List the active sessions of the user, with their devices', response: ActiveSessions }, async (ctx) => {
    const { userId } = askingUser(ctx);
    return (await sessionsOf(ctx, userId, ['active'])).map((session) => activeSessionResource(ctx, session));
  });

  const revoke = { ...options, bare: false, sensitive: true, summary: 'Sign out on another device', params: pathParams('session_id'), response: Session };
  routes.post('/v1/me/sessions/:session_id/revoke', revoke, async (ctx, { params }) => {
    const { userId, sessionId } = askingUser(ctx);
    const session = await getSession(ctx, params.session_id);
    if (session.user_id !== userId) throw sessionNotFound();
    if (session.id === sessionId) {
      throw apiError('invalid_action_for_session', { longMessage: 'This is the session you are using. Sign out instead.' });
    }
    return sessionResource(ctx, await stopSession(ctx, session, 'revoke'), await loadUser(ctx, userId), null);
  });
}

function sessionsOf(ctx: Context, userId: string, statuses: readonly SessionStatus[]): Promise<SessionRow[]> {
  return store.listOfUser(ctx.db, ctx.instance.id, userId, { statuses, now: now(ctx), rules: ctx.instance.settings.session, limit: LIMIT });
}
