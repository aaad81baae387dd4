import type { ActorTokenResource, SignInTokenResource } from '@foyer/protocol/schemas/backend/tokens';
import type { RequestContext } from '../../platform/http/facts.ts';
import { ticketStatus } from './status.ts';
import type { SignInTokenRow } from './tables.ts';

/** A sign-in token on the wire; the token itself and its link only while it is at hand. */
export function signInTokenResource(ctx: RequestContext, row: SignInTokenRow, token?: string): SignInTokenResource {
  return {
    object: 'sign_in_token',
    id: row.id,
    status: ticketStatus(row),
    user_id: row.user_id,
    ...(token === undefined ? {} : { token }),
    url: token === undefined ? null : linkOf(ctx, token),
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}

/** An actor token on the wire; the token itself and its link only while it is at hand. */
export function actorTokenResource(ctx: RequestContext, row: SignInTokenRow, token?: string): ActorTokenResource {
  return {
    object: 'actor_token',
    id: row.id,
    status: ticketStatus(row),
    user_id: row.user_id,
    actor: row.actor ?? {},
    ...(token === undefined ? {} : { token, url: linkOf(ctx, token) }),
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}

function linkOf({ http }: RequestContext, token: string): string {
  return `${http.baseUrl}/v1/tickets/accept?ticket=${token}`;
}
