import { LIVE_SESSION_STATUSES } from '@foyer/protocol/statuses';
import { now, type Context, type Platform } from '../../platform/context.ts';
import { ownSession } from '../../platform/http/facts.ts';
import { stopSessions } from './stop.ts';
import * as store from './store.ts';

/** More than anyone has: a bound for the query, met again if it is ever reached. */
const BATCH = 1000;

/** Revokes the live sessions of a user on all clients, but for one, if told so. */
export async function endSessionsOfUser(ctx: Context, userId: string, options: { except?: string | null } = {}): Promise<void> {
  for (;;) {
    const wanted = { statuses: LIVE_SESSION_STATUSES, now: now(ctx), rules: ctx.instance.settings.session, limit: BATCH };
    const sessions = await store.listOfUser(ctx.db, ctx.instance.id, userId, wanted);
    const ending = sessions.filter((session) => session.id !== options.except);
    await stopSessions(ctx, ending, 'revoke');
    if (sessions.length < BATCH) return;
  }
}

/** Whether a change of factors ends other sessions by itself, which a thief may have begun. */
function endsOthers({ instance }: Context): boolean {
  return instance.settings.attack_protection.end_other_sessions_on_factor_change;
}

/** Sessions stop with what they rest on: the account, the right to use it, who it belongs to, or a password that may have leaked. */
export function endSessionsOnUserEvents({ events }: Platform): void {
  events.on('user.deleted', (ctx, { userId }) => endSessionsOfUser(ctx, userId));
  events.on('user.banned', (ctx, { userId }) => endSessionsOfUser(ctx, userId));
  events.on('user.handed_over', (ctx, { userId }) => endSessionsOfUser(ctx, userId));
  events.on('user.password_compromised', async (ctx, { userId, signOut }) => {
    if (signOut) await endSessionsOfUser(ctx, userId);
  });
  events.on('user.password_changed', async (ctx, { userId, signOutOthers, exceptSessionId }) => {
    if (signOutOthers || endsOthers(ctx)) await endSessionsOfUser(ctx, userId, { except: exceptSessionId });
  });
  events.on('user.factors_changed', async (ctx, { userId }) => {
    const own = ownSession(ctx, userId);
    if (own !== null && endsOthers(ctx)) await endSessionsOfUser(ctx, userId, { except: own });
  });
}
