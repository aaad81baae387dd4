import { apiError } from '@foyer/protocol/errors';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import { freshenUser, lockedUser } from '../../people/users/service.ts';
import { countMember, holdOrganization, lockedOrganization } from '../organizations/find.ts';
import type { OrganizationRow } from '../organizations/tables.ts';
import type { MetadataOf } from '../organizations/update.ts';
import { getRole, MINIMUM_PERMISSIONS } from '../roles/service.ts';
import { getMembership, managedOrganizations } from './find.ts';
import * as store from './store.ts';
import type { Membership } from './store.ts';

export interface NewMembership {
  organizationId: string;
  userId: string;
  /** Key of a role. */
  role: string;
  publicMetadata?: Json;
  privateMetadata?: Json;
}

/**
 * Makes a user a member of an organization.
 *
 * @throws `resource_not_found` for an unknown organization, user or role; `already_a_member_in_organization`,
 *   `organization_membership_quota_exceeded`
 */
export function addMember(ctx: Context, { organizationId, userId, role: key, publicMetadata = {}, privateMetadata = {} }: NewMembership): Promise<Membership> {
  return transaction(ctx, async (ctx) => {
    const organization = await hold(ctx, organizationId, userId);
    const role = await getRole(ctx, key);
    const at = now(ctx);
    const row = await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'organization_membership'),
      organization_id: organizationId,
      user_id: userId,
      role_id: role.id,
      public_metadata: publicMetadata,
      private_metadata: privateMetadata,
      created_at: at,
      updated_at: at,
    });
    if (!row) throw apiError('already_a_member_in_organization');
    const { max_allowed_memberships: limit, members_count: count } = organization;
    if (limit > 0 && count >= limit) throw apiError('organization_membership_quota_exceeded');
    await countMember(ctx, organizationId, 1);
    await tell(ctx, 'created', row);
    return getMembership(ctx, organizationId, userId);
  });
}

/**
 * Gives a member another role.
 *
 * @throws `resource_not_found`; `organization_minimum_permissions_needed` when nobody would be left to manage the organization
 */
export function changeRole(ctx: Context, organizationId: string, userId: string, key: string): Promise<Membership> {
  return transaction(ctx, async (ctx) => {
    await hold(ctx, organizationId, userId);
    const membership = await getMembership(ctx, organizationId, userId);
    const role = await getRole(ctx, key);
    await store.update(ctx.db, ctx.instance.id, membership.id, { role_id: role.id, updated_at: now(ctx) });
    const changed = await getMembership(ctx, organizationId, userId);
    if (canManage(membership) && !canManage(changed)) await requireManager(ctx, organizationId);
    await tell(ctx, 'updated', changed);
    return changed;
  });
}

/**
 * Replaces those kinds of a membership's metadata that are given, knowing what there was.
 *
 * @throws `resource_not_found`, and what `change` throws
 */
export function changeMetadata(ctx: Context, organizationId: string, userId: string, change: (membership: Membership) => MetadataOf<Json>): Promise<Membership> {
  return transaction(ctx, async (ctx) => {
    await hold(ctx, organizationId, userId);
    const membership = await getMembership(ctx, organizationId, userId);
    await store.update(ctx.db, ctx.instance.id, membership.id, { ...change(membership), updated_at: now(ctx) });
    await tell(ctx, 'updated', membership);
    return getMembership(ctx, organizationId, userId);
  });
}

/**
 * Ends a membership.
 *
 * @returns what it was
 * @throws `resource_not_found`; `organization_minimum_permissions_needed` when nobody would be left to manage the organization
 */
export function removeMember(ctx: Context, organizationId: string, userId: string): Promise<Membership> {
  return transaction(ctx, async (ctx) => {
    await hold(ctx, organizationId, userId);
    const membership = await getMembership(ctx, organizationId, userId);
    await end(ctx, membership);
    if (canManage(membership)) await requireManager(ctx, organizationId);
    return membership;
  });
}

/** Ends all memberships of a user who goes away, even where nobody is left to manage. */
export async function removeFromAll(ctx: Context, userId: string): Promise<void> {
  const memberships = await store.listOfUsers(ctx.db, ctx.instance.id, [userId]);
  // In one order for everybody, so that two of these at once cannot wait for each other.
  for (const membership of memberships.sort((a, b) => (a.organization_id < b.organization_id ? -1 : 1))) {
    if (await holdOrganization(ctx, membership.organization_id)) await end(ctx, membership);
  }
}

/** Users are held before organizations, here as where a user is deleted: two changes at once wait for one another in one order only. */
async function hold(ctx: Context, organizationId: string, userId: string): Promise<OrganizationRow> {
  await lockedUser(ctx, userId);
  return lockedOrganization(ctx, organizationId);
}

async function end(ctx: Context, membership: Membership): Promise<void> {
  if (!(await store.remove(ctx.db, ctx.instance.id, membership.id))) return;
  await countMember(ctx, membership.organization_id, -1);
  await tell(ctx, 'deleted', membership);
}

/** Whether a member has what someone in each organization must have. */
function canManage({ permissions }: Membership): boolean {
  return MINIMUM_PERMISSIONS.every((key) => permissions.includes(key));
}

async function requireManager(ctx: Context, organizationId: string): Promise<void> {
  if (!(await managedOrganizations(ctx, [organizationId])).has(organizationId)) throw apiError('organization_minimum_permissions_needed');
}

async function tell(ctx: Context, what: 'created' | 'updated' | 'deleted', row: { id: string; organization_id: string; user_id: string }): Promise<void> {
  await freshenUser(ctx, row.user_id);
  await emit(ctx, `organization_membership.${what}`, { membershipId: row.id, organizationId: row.organization_id, userId: row.user_id });
}
