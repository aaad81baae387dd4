import type { BackendClientResource } from '@foyer/protocol/schemas/backend/client';
import type { ClientResource } from '@foyer/protocol/schemas/resources/client';
import type { SessionResource } from '@foyer/protocol/schemas/resources/session';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { loadUsers } from '../../people/users/service.ts';
import { activeSession, visibleSessions } from '../sessions/find.ts';
import { backendSessionResource, sessionResource } from '../sessions/resource.ts';
import { isLive } from '../sessions/status.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { authorizedParty, mintSessionToken } from '../tokens/mint.ts';
import { signInOfClient, signUpOfClient } from './attempts.ts';
import { findClient } from './service.ts';
import type { ClientRow } from './tables.ts';

/** The client that asks, with everything that is going on in it; `null` when there is none. */
export async function clientResource(ctx: RequestContext): Promise<ClientResource | null> {
  const { clientId } = ctx.asking;
  const client = clientId === null ? null : await findClient(ctx, clientId);
  return client ? describeClient(ctx, client) : null;
}

/** A client with its sessions, each with a fresh token while it lives: browsers write that token into their cookie. */
export async function describeClient(ctx: RequestContext, client: ClientRow): Promise<ClientResource> {
  const sessions = await visibleSessions(ctx, client.id);
  const live = sessions.filter((session) => isLive(session, now(ctx), ctx.instance.settings.session));
  return {
    object: 'client',
    id: client.id,
    sessions: await sessionsWithTokens(ctx, client, sessions),
    sign_in: await signInOfClient(ctx, client),
    sign_up: await signUpOfClient(ctx, client),
    last_active_session_id: activeSession(client, live)?.id ?? null,
    last_authentication_strategy: client.last_authentication_strategy,
    cookie_expires_at: client.cookie_expires_at?.getTime() ?? null,
    captcha_bypass: client.captcha_bypass,
    created_at: client.created_at.getTime(),
    updated_at: client.updated_at.getTime(),
  };
}

async function sessionsWithTokens(ctx: RequestContext, client: ClientRow, sessions: readonly SessionRow[]): Promise<SessionResource[]> {
  const owners = await loadUsers(ctx, sessions.map((session) => session.user_id));
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

/** A client as servers see it. */
export function backendClientResource(ctx: Context, client: ClientRow, sessions: readonly SessionRow[]): BackendClientResource {
  return {
    object: 'client',
    id: client.id,
    session_ids: sessions.map((session) => session.id),
    sessions: sessions.map((session) => backendSessionResource(ctx, session)),
    sign_in_id: client.sign_in_id,
    sign_up_id: client.sign_up_id,
    last_active_session_id: client.last_active_session_id,
    last_authentication_strategy: client.last_authentication_strategy,
    created_at: client.created_at.getTime(),
    updated_at: client.updated_at.getTime(),
  };
}
