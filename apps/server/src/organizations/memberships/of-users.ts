import type { Context, Platform } from '../../platform/context.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { findOrganizations } from '../organizations/find.ts';
import { removeFromAll } from './change.ts';
import { membershipResource } from './resource.ts';
import * as store from './store.ts';

/** Users carry their memberships along, and leave none behind. */
export function keepMembershipsOfUsers({ events }: Platform): void {
  events.on('users.loaded', (ctx, { users }) => embedMemberships(ctx, users));
  events.on('user.deleted', (ctx, { userId }) => removeFromAll(ctx, userId));
}

async function embedMemberships(ctx: Context, users: ReadonlyMap<string, UserAggregate>): Promise<void> {
  if (!ctx.instance.settings.organizations.enabled || users.size === 0) return;
  const memberships = await store.listOfUsers(ctx.db, ctx.instance.id, [...users.keys()]);
  const organizations = await findOrganizations(ctx, memberships.map((one) => one.organization_id));
  for (const membership of memberships) {
    const member = users.get(membership.user_id);
    const organization = organizations.get(membership.organization_id);
    if (member && organization) member.organizationMemberships.push(membershipResource(ctx, { membership, organization, member }));
  }
}
