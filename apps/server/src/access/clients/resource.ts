import type { BackendClientResource } from '@foyer/protocol/schemas/backend/client';
import type { ClientResource } from '@foyer/protocol/schemas/resources/client';
import type { SessionResource } from '@foyer/protocol/schemas/resources/session';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { loadUsers } from '../../people/users/service.ts';
import { activeSession, liveAmong, visibleAmong } from '../sessions/find.ts';
import { backendSessionResource, sessionResource } from '../sessions/resource.ts';
import { isLive } from '../sessions/status.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { authorizedParty, mintSessionToken } from '../tokens/mint.ts';
import { signInOfClient, signUpOfClient } from './attempts.ts';
import { presenceOf, readPresence, type Presence } from './presence.ts';
import type { ClientRow } from './tables.ts';

/** The client that asks, with everything that is going on in it at this moment; `null` when there is none. */
export async function clientResource(ctx: RequestContext): Promise<ClientResource | null> {
  return describe(ctx, await readPresence(ctx));
}

/** {@link clientResource} as the request leaves it: see {@link presenceOf}. */
export async function finalClientResource(ctx: RequestContext): Promise<ClientResource | null> {
  return describe(ctx, await presenceOf(ctx));
}

/** A client with its sessions, each with a fresh token while it lives: browsers write that token into their cookie. */
async function describe(ctx: RequestContext, presence: Presence | null): Promise<ClientResource | null> {
  if (!presence) return null;
  const { client } = presence;
  const sessions = visibleAmong(ctx, presence.sessions);
  return {
    object: 'client',
    id: client.id,
    sessions: await sessionsWithTokens(ctx, client, sessions, presence.owners),
    sign_in: await signInOfClient(ctx, client),
    sign_up: await signUpOfClient(ctx, client),
    last_active_session_id: activeSession(client, liveAmong(ctx, sessions))?.id ?? null,
    last_authentication_strategy: client.last_authentication_strategy,
    cookie_expires_at: client.cookie_expires_at?.getTime() ?? null,
    captcha_bypass: client.captcha_bypass,
    created_at: client.created_at.getTime(),
    updated_at: client.updated_at.getTime(),
  };
}

async function sessionsWithTokens(ctx: RequestContext, client: ClientRow, sessions: readonly SessionRow[], known?: Presence['owners']): Promise<SessionResource[]> {
  const owners = known ?? (await loadUsers(ctx, sessions.map((session) => session.user_id)));
  const resources: SessionResource[] = [];
  for (const session of sessions) {
    const owner = owners.get(session.user_id);
    if (!owner) continue;
    resources.push(sessionResource(ctx, session, owner, await freshToken(ctx, client, session)));
  }
  return resources;
}

/** A session token for the browser that asks; `null` for a session that has stopped. */
export async function freshToken(ctx: RequestContext, client: Pick<ClientRow, 'updated_at'>, session: SessionRow): Promise<string | null> {
  if (!isLive(session, now(ctx), ctx.instance.settings.session)) return null;
  return mintSessionToken(ctx, session, { authorizedParty: authorizedParty(ctx), clientChangedAt: client.updated_at });
}

/**
 * A client as servers see it.
 *
 * @param sessions those that it still shows
 */
export function backendClientResource(ctx: Context, client: ClientRow, sessions: readonly SessionRow[]): BackendClientResource {
  return {
    object: 'client',
    id: client.id,
    session_ids: sessions.map((session) => session.id),
    sessions: sessions.map((session) => backendSessionResource(ctx, session)),
    sign_in_id: client.sign_in_id,
    sign_up_id: client.sign_up_id,
    // The same as the client is told: a session that is over is not active.
    last_active_session_id: activeSession(client, liveAmong(ctx, sessions))?.id ?? null,
    last_authentication_strategy: client.last_authentication_strategy,
    created_at: client.created_at.getTime(),
    updated_at: client.updated_at.getTime(),
  };
}
