import { apiError } from '@foyer/protocol/errors';
import { after, DAY, MINUTE, SECOND } from '../../platform/clock.ts';
import { emit, now, transaction } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { noteChange } from '../authority/carriage.ts';
import { isNewClient, noteFirstSession, openClient, writeClient } from '../clients/new-client.ts';
import { ensureClient, rotateClientToken } from '../clients/service.ts';
import type { UserRow } from '../../people/users/tables.ts';
import type { ClientRow } from '../clients/tables.ts';
import { deviceFacts } from './activity.ts';
import { liveSessions } from './find.ts';
import { sessionEvent, stopSessions } from './stop.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';
import { tasksAtSignIn } from './tasks.ts';

/** For this long an expired session is still known as expired, so that signing in again can be offered; then it counts as abandoned. */
const ABANDONED_AFTER = 30 * DAY;

/** Of sessions that end without activity only: longer than any browser keeps their cookies. */
const LONGEST_LIFE = 100 * 365 * DAY;

export interface NewSession {
  userId: string;
  /** The user as they are in this transaction, where the caller has read them. */
  user?: UserRow;
  /** How the person signed in; the client remembers it. */
  strategy: string;
  firstFactorAt: Date | null;
  secondFactorAt: Date | null;
  /** Who is really acting, when the user is impersonated. */
  actor?: Json | null;
  /** Client to sign in on, when it is not the one that asks (a link opened elsewhere). */
  clientId?: string;
  /** Shorter life than the instance's sessions have, in seconds. */
  maxDurationSeconds?: number | null;
}

/**
 * Signs a user in on a client. Where a client may have one session only, the new one takes the place
 * of those before; otherwise of those of the same user. The asking client gets a new token, and
 * `ctx.asking` speaks for the new session from here on.
 *
 * @throws `session_creation_not_allowed` while someone is impersonated on the client
 */
export function createSession(ctx: RequestContext, wanted: NewSession): Promise<SessionRow> {
  return transaction(ctx, async (ctx) => {
    const client = await openClient(ctx, wanted.clientId ?? (await ensureClient(ctx)));
    const present = isNewClient(ctx, client.id) ? [] : await liveSessions(ctx, client.id);
    if (present.some((session) => session.actor !== null)) throw apiError('session_creation_not_allowed');
    const single = ctx.instance.settings.session.single_session_mode;
    await stopSessions(ctx, present.filter((session) => single || session.user_id === wanted.userId), 'replace');

    // The token is replaced first: what it sees are sessions from before that moment.
    const rotated = rotateClientToken(ctx, client);
    const session = newRow(ctx, client.id, wanted, await tasksAtSignIn(ctx, wanted));
    // The attempts that led here are over.
    const ended = { sign_in_id: null, sign_up_id: null };
    await writeClient(ctx, client.id, { ...rotated, ...ended, last_active_session_id: session.id, ...rememberedStrategy(wanted), updated_at: now(ctx) });
    await store.insert(ctx.db, session);
    noteFirstSession(ctx, session);
    await emit(ctx, 'session.created', sessionEvent(session));

    if (ctx.asking.clientId === client.id) {
      Object.assign(ctx.asking, { sessionId: session.id, userId: session.user_id, actor: session.actor });
      noteChange(ctx);
    }
    return session;
  });
}

/** The way in that forms offer first the next time. Tickets and resets are nothing to choose, and someone else's way is not one's own. */
function rememberedStrategy({ strategy, actor }: NewSession): Partial<Pick<ClientRow, 'last_authentication_strategy'>> {
  const isChosen = !actor && strategy !== 'ticket' && !strategy.startsWith('reset_password_');
  return isChosen ? { last_authentication_strategy: strategy } : {};
}

function newRow(ctx: RequestContext, clientId: string, wanted: NewSession, tasks: string[]): SessionRow {
  const at = now(ctx);
  const lifetime = ctx.instance.settings.session.lifetime_in_minutes * MINUTE || LONGEST_LIFE;
  const expireAt = after(at, wanted.maxDurationSeconds ? Math.min(lifetime, wanted.maxDurationSeconds * SECOND) : lifetime);
  return {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'session'),
    client_id: clientId,
    user_id: wanted.userId,
    actor: wanted.actor ?? null,
    tasks,
    last_active_organization_id: null,
    last_active_at: at,
    expire_at: expireAt,
    abandon_at: after(expireAt, ABANDONED_AFTER),
    ended_at: null,
    removed_at: null,
    revoked_at: null,
    replaced_at: null,
    first_factor_verified_at: wanted.firstFactorAt,
    second_factor_verified_at: wanted.secondFactorAt,
    refresh_token_hash: null,
    created_at: at,
    updated_at: at,
    ...deviceFacts(ctx),
  };
}
