import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import { lockClients, markChanged } from '../clients/service.ts';
import type { SessionEvent } from './events.ts';
import { isLive } from './status.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/** How a session stops, with the column that says so and the event that tells. */
const WAYS = {
  end: { column: 'ended_at', event: 'session.ended' },
  remove: { column: 'removed_at', event: 'session.removed' },
  revoke: { column: 'revoked_at', event: 'session.revoked' },
  replace: { column: 'replaced_at', event: 'session.ended' },
} as const;

export type WayToStop = keyof typeof WAYS;

/**
 * Stops one session.
 *
 * @throws `invalid_action_for_session` when it has stopped already (removing takes a stopped session, too)
 */
export async function stopSession(ctx: Context, session: SessionRow, way: WayToStop): Promise<SessionRow> {
  if (way !== 'remove' && !isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('invalid_action_for_session');
  const [stopped] = await stopSessions(ctx, [session], way);
  // Another request was faster.
  if (!stopped) throw apiError('invalid_action_for_session');
  return stopped;
}

/** Stops sessions in one transaction, notes the change on their clients and tells the other rooms. */
export function stopSessions(ctx: Context, sessions: readonly SessionRow[], way: WayToStop): Promise<SessionRow[]> {
  if (sessions.length === 0) return Promise.resolve([]);
  return transaction(ctx, async (ctx) => {
    const { column, event } = WAYS[way];
    const clientIds = [...new Set(sessions.map((session) => session.client_id))];
    await lockClients(ctx, clientIds);
    const stopped = await store.stop(ctx.db, ctx.instance.id, sessions.map(({ id }) => id), column, now(ctx));
    for (const clientId of new Set(stopped.map((session) => session.client_id))) await markChanged(ctx, clientId);
    for (const session of stopped) await emit(ctx, event, sessionEvent(session));
    return stopped;
  });
}

export function sessionEvent(session: Pick<SessionRow, 'id' | 'user_id' | 'client_id'>): SessionEvent {
  return { sessionId: session.id, userId: session.user_id, clientId: session.client_id };
}
