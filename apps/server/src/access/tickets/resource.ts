import type { SignInTokenResource } from '@foyer/protocol/schemas/backend/tokens';
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
    url: token === undefined ? null : `${ctx.http.baseUrl}/v1/tickets/accept?ticket=${token}`,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
