import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { askingUser, type RequestContext } from '../../platform/http/facts.ts';
import { findOrganization, requireOrganizations } from '../organizations/find.ts';
import type { OrganizationRow } from '../organizations/tables.ts';
import { MINIMUM_PERMISSIONS, type SystemPermission } from '../roles/service.ts';
import * as store from './store.ts';
import type { Membership } from './store.ts';

export async function findMembership(ctx: Context, organizationId: string, userId: string): Promise<Membership | null> {
  return (await store.find(ctx.db, ctx.instance.id, organizationId, userId)) ?? null;
}

/** @throws `resource_not_found` */
export async function getMembership(ctx: Context, organizationId: string, userId: string): Promise<Membership> {
  const membership = await findMembership(ctx, organizationId, userId);
  if (!membership) throw apiError('resource_not_found', { longMessage: 'This user is not a member of the organization.' });
  return membership;
}

/** Those of these organizations in which someone may manage it. */
export function managedOrganizations(ctx: Context, organizationIds: readonly string[]): Promise<Set<string>> {
  return store.withMemberWho(ctx.db, ctx.instance.id, { organizationIds, permissions: MINIMUM_PERMISSIONS });
}

/** An organization and what someone is in it. */
export interface Belonging {
  organization: OrganizationRow;
  membership: Membership;
}

/** An organization, by id or slug, and a user's membership in it; `null` when they have none, or it is not there. */
export async function findBelonging(ctx: Context, idOrSlug: string, userId: string): Promise<Belonging | null> {
  if (!ctx.instance.settings.organizations.enabled) return null;
  const organization = await findOrganization(ctx, idOrSlug);
  const membership = organization && (await findMembership(ctx, organization.id, userId));
  return membership ? { organization, membership } : null;
}

/**
 * The organization that a person asks about, if they belong to it and may do what they want there.
 * To outsiders it makes no difference whether there is such an organization.
 *
 * @throws `organization_not_enabled_in_instance`, `organization_not_found_or_unauthorized`, `missing_organization_permission`
 */
export async function requireBelonging(ctx: RequestContext, id: string, permission?: SystemPermission): Promise<Belonging> {
  requireOrganizations(ctx);
  const belonging = await findBelonging(ctx, id, askingUser(ctx).userId);
  if (!belonging) throw apiError('organization_not_found_or_unauthorized');
  if (permission !== undefined && !belonging.membership.permissions.includes(permission)) {
    throw apiError('missing_organization_permission', { meta: { permissions: [permission] } });
  }
  return belonging;
}
