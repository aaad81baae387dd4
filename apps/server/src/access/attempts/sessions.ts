import { apiError } from '@foyer/protocol/errors';
import type { RequestContext } from '../../platform/http/facts.ts';
import { isNewClient } from '../clients/new-client.ts';
import { liveSessions } from '../sessions/service.ts';

/**
 * Refuses to begin an attempt that could not end with a session.
 *
 * @throws ApiError `session_exists` where a client may have one session only and has it,
 *   `session_creation_not_allowed` while someone is impersonated on the client
 */
export async function refuseSecondSession(ctx: RequestContext): Promise<void> {
  const live = await sessionsHere(ctx);
  if (live.some((session) => session.actor !== null)) throw apiError('session_creation_not_allowed');
  if (ctx.instance.settings.session.single_session_mode && live.length > 0) throw apiError('session_exists');
}

/**
 * Refuses to sign a user in twice on one client. (Where a client may have one session only, a new
 * one takes the place of the old.)
 *
 * @throws ApiError `identifier_already_signed_in` that names the session there is
 */
export async function refuseSameUser(ctx: RequestContext, userId: string): Promise<void> {
  if (ctx.instance.settings.session.single_session_mode) return;
  const present = (await sessionsHere(ctx)).find((session) => session.user_id === userId);
  if (present) throw apiError('identifier_already_signed_in', { meta: { session_id: present.id } });
}

async function sessionsHere(ctx: RequestContext) {
  const { clientId } = ctx.asking;
  return clientId === null || isNewClient(ctx, clientId) ? [] : liveSessions(ctx, clientId);
}
