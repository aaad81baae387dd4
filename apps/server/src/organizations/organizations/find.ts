import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import * as store from './store.ts';
import type { OrganizationRow } from './tables.ts';

/**
 * Refuses to go on where there are no organizations.
 *
 * @throws `organization_not_enabled_in_instance`
 */
export function requireOrganizations({ instance }: Context): void {
  if (!instance.settings.organizations.enabled) throw apiError('organization_not_enabled_in_instance');
}

/** An organization by its id or its slug. Slugs have no underscore, so that the two cannot be confused. */
export async function findOrganization(ctx: Context, idOrSlug: string): Promise<OrganizationRow | null> {
  const find = idOrSlug.includes('_') ? store.find : store.findBySlug;
  return (await find(ctx.db, ctx.instance.id, idOrSlug)) ?? null;
}

/** @throws `resource_not_found` */
export async function getOrganization(ctx: Context, idOrSlug: string): Promise<OrganizationRow> {
  const organization = await findOrganization(ctx, idOrSlug);
  if (!organization) throw organizationNotFound();
  return organization;
}

/** Organizations by id, in one query. */
export async function findOrganizations(ctx: Context, ids: readonly string[]): Promise<Map<string, OrganizationRow>> {
  const rows = ids.length === 0 ? [] : await store.findMany(ctx.db, ctx.instance.id, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Reads an organization and holds it until the transaction ends, for changes that depend on what is there; `null` when it is gone. */
export async function holdOrganization(ctx: Context, id: string): Promise<OrganizationRow | null> {
  return (await store.findForUpdate(ctx.db, ctx.instance.id, id)) ?? null;
}

/**
 * The same for one that must be there.
 *
 * @throws `resource_not_found`
 */
export async function lockedOrganization(ctx: Context, id: string): Promise<OrganizationRow> {
  const organization = await holdOrganization(ctx, id);
  if (!organization) throw organizationNotFound();
  return organization;
}

/** Notes that an organization, which the caller holds, has one member more or less. */
export function countMember(ctx: Context, id: string, change: 1 | -1): Promise<void> {
  return store.addToMembersCount(ctx.db, ctx.instance.id, id, change);
}

export function organizationNotFound() {
  return apiError('resource_not_found', { longMessage: 'There is no organization with this id. It may have been deleted.' });
}
