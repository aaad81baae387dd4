import { apiError } from '@foyer/protocol/errors';
import { transaction, type Context } from '../../platform/context.ts';
import { lockedUser } from '../../people/users/service.ts';
import { removeMember } from './change.ts';
import * as store from './store.ts';
import type { Membership } from './store.ts';

/**
 * A member leaves an organization by their own will. Where there are no personal accounts, they must be left with another one.
 *
 * @throws `personal_workspace_not_allowed`, and what {@link removeMember} throws
 */
export function leaveOrganization(ctx: Context, organizationId: string, userId: string): Promise<Membership> {
  return transaction(ctx, async (ctx) => {
    await lockedUser(ctx, userId);
    const { force_organization_selection: forced } = ctx.instance.settings.organizations;
    if (forced && (await store.countOfUser(ctx.db, ctx.instance.id, userId)) === 1) throw apiError('personal_workspace_not_allowed');
    return removeMember(ctx, organizationId, userId);
  });
}
