import { emit, transaction, type Context } from '../../platform/context.ts';
import { removeImage } from '../../people/images/service.ts';
import { lockedOrganization } from './find.ts';
import * as store from './store.ts';
import type { OrganizationRow } from './tables.ts';

/**
 * Deletes an organization with everything that is its own. `organization.deleted` is raised first, so
 * that its handlers still find what there was.
 *
 * @throws `resource_not_found`
 */
export function deleteOrganization(ctx: Context, id: string): Promise<OrganizationRow> {
  return transaction(ctx, async (ctx) => {
    const organization = await lockedOrganization(ctx, id);
    await emit(ctx, 'organization.deleted', { organizationId: id });
    if (organization.image_id !== null) await removeImage(ctx, organization.image_id);
    await store.remove(ctx.db, ctx.instance.id, id);
    return organization;
  });
}
