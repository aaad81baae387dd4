import { now, type Context, type Platform } from '../../platform/context.ts';
import * as store from './store.ts';

/** Chooses or creates an organization, where everyone works in one. */
export const CHOOSE_ORGANIZATION = 'choose-organization';

/** Whether sessions wait until their person has chosen an organization. */
export function mustChooseOrganization({ instance }: Context): boolean {
  const { enabled, force_organization_selection: forced } = instance.settings.organizations;
  return enabled && forced;
}

/** Sessions leave an organization with their person, or when it is gone; where everyone works in one, they wait for another. */
export function leaveOrganizations({ events }: Platform): void {
  events.on('organization_membership.deleted', (ctx, { organizationId, userId }) => leave(ctx, organizationId, userId));
  events.on('organization.deleted', (ctx, { organizationId }) => leave(ctx, organizationId));
}

function leave(ctx: Context, organizationId: string, userId?: string): Promise<void> {
  const task = mustChooseOrganization(ctx) ? CHOOSE_ORGANIZATION : null;
  return store.leaveOrganization(ctx.db, ctx.instance.id, { organizationId, userId, task, at: now(ctx) });
}
