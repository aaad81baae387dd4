import { apiError } from '@foyer/protocol/errors';
import type { RawBuilder } from 'kysely';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { ClientRow } from '../clients/tables.ts';
import { isLive } from './status.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

export async function findSession(ctx: Context, id: string): Promise<SessionRow | null> {
  return (await store.find(ctx.db, ctx.instance.id, id)) ?? null;
}

/** @throws `resource_not_found` */
export async function getSession(ctx: Context, id: string): Promise<SessionRow> {
  const session = await findSession(ctx, id);
  if (!session) throw sessionNotFound();
  return session;
}

/** The sessions that sign a client in, oldest first. */
export async function liveSessions(ctx: Context, clientId: string): Promise<SessionRow[]> {
  return liveAmong(ctx, await shownSessions(ctx, [clientId]));
}

/** The sessions that the asking client's resource shows, oldest first: see {@link visibleAmong}. */
export async function visibleSessions(ctx: RequestContext, clientId: string): Promise<SessionRow[]> {
  return visibleAmong(ctx, await shownSessions(ctx, [clientId]));
}

/**
 * Of the sessions of the asking client those that its resource shows: live ones, and where a client may
 * have several, the last one of each other account, so that components can offer to sign in to it again.
 *
 * @param sessions as {@link shownSessions} has them
 */
export function visibleAmong(ctx: RequestContext, sessions: readonly SessionRow[]): SessionRow[] {
  const known = sessions.filter((session) => isKnownToAsker(ctx, session));
  const live = liveAmong(ctx, known);
  if (ctx.instance.settings.session.single_session_mode) return live;
  const shown = new Map(known.map((session) => [session.user_id, session]));
  for (const session of live) shown.set(session.user_id, session);
  return known.filter((session) => shown.get(session.user_id) === session);
}

/** Those that sign their client in. */
export function liveAmong(ctx: Context, sessions: readonly SessionRow[]): SessionRow[] {
  return sessions.filter((session) => isLive(session, now(ctx), ctx.instance.settings.session));
}

/** Whether a user has had a session of their own on a client, in whatever state it is now; one that was revoked counts for nothing. */
export function hadSession(ctx: Context, about: { clientId: string; userId: string; except: string | null }): Promise<boolean> {
  return store.existsOn(ctx.db, ctx.instance.id, about);
}

/**
 * Whether a user has had a session of their own on any other client: a question to be asked along with
 * another statement. Of two first sign-ins at the very same moment neither may know of the other.
 */
export function hadSessionElsewhere(ctx: Context, about: { clientId: string; userId: string }): RawBuilder<boolean> {
  return store.existsElsewhere(ctx.instance.id, about);
}

/** Sessions that their clients still have, oldest first: all but removed and replaced ones. */
export function shownSessions(ctx: Context, clientIds: readonly string[]): Promise<SessionRow[]> {
  return clientIds.length === 0 ? Promise.resolve([]) : store.listOfClients(ctx.db, ctx.instance.id, clientIds);
}

/** Whoever still carries a replaced client token learns nothing of what was signed in since. */
export function isKnownToAsker({ asking }: RequestContext, session: Pick<SessionRow, 'created_at'>): boolean {
  const replacedAt = asking.carriage?.replacedAt ?? null;
  return replacedAt === null || session.created_at < replacedAt;
}

/** The session that a client speaks for when none is named: the one used last, while it lives, or else the newest. */
export function activeSession(client: Pick<ClientRow, 'last_active_session_id'>, live: readonly SessionRow[]): SessionRow | null {
  return live.find((session) => session.id === client.last_active_session_id) ?? live.at(-1) ?? null;
}

/**
 * A session of the client that asks.
 *
 * @throws `signed_out` without a client; `resource_not_found` for sessions of others, which are not told apart from none
 */
export async function sessionOfClient(ctx: RequestContext, id: string): Promise<SessionRow> {
  const { clientId } = ctx.asking;
  if (!clientId) throw apiError('signed_out');
  const session = await getSession(ctx, id);
  if (session.client_id !== clientId || session.removed_at !== null || session.replaced_at !== null) throw sessionNotFound();
  if (!isKnownToAsker(ctx, session)) throw sessionNotFound();
  return session;
}

export function sessionNotFound() {
  return apiError('resource_not_found', { longMessage: 'There is no such session here. It may have been removed; sign in again.' });
}
