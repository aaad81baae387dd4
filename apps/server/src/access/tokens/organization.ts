import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { findStanding } from '../../organizations/memberships/service.ts';
import type { SessionRow } from '../sessions/tables.ts';
import type { TokenOrganization } from './claims.ts';

/** The organization that a session is in, as its tokens tell it; whoever is no member any more is in none. */
export async function organizationOf(ctx: Context, { last_active_organization_id: id, user_id: userId }: Pick<SessionRow, 'last_active_organization_id' | 'user_id'>): Promise<TokenOrganization | null> {
  return id === null ? null : findStanding(ctx, id, userId);
}

/**
 * The organization for which somebody wants a token, without going there; none for the personal account.
 *
 * @returns `undefined` when nothing is wanted, and the session decides
 * @throws `organization_not_found_or_unauthorized`: nobody who asks for one thing is given another
 */
export async function wantedOrganization(ctx: Context, userId: string, wanted: string | null | undefined): Promise<TokenOrganization | null | undefined> {
  if (!wanted) return wanted === undefined ? undefined : null;
  const standing = await findStanding(ctx, wanted, userId);
  if (!standing) throw apiError('organization_not_found_or_unauthorized');
  return standing;
}
