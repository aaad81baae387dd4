import { apiError } from '@foyer/protocol/errors';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { emit, now, transaction, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { mergeMetadata } from '../../people/metadata/merge.ts';
import { lockedOrganization, organizationNotFound } from './find.ts';
import * as store from './store.ts';
import type { OrganizationRow } from './tables.ts';

export type OrganizationChanges = Pick<
  store.OrganizationColumns,
  'name' | 'slug' | 'image_id' | 'public_metadata' | 'private_metadata' | 'max_allowed_memberships' | 'admin_delete_enabled' | 'created_at'
>;

/** The two kinds of metadata, by the names of their parameters. */
export interface MetadataOf<Value> {
  public_metadata?: Value;
  private_metadata?: Value;
}

/**
 * Changes an organization. Values are checked already; `undefined` leaves as it is.
 *
 * @throws `resource_not_found`; `form_identifier_exists` when the slug is taken
 */
export function updateOrganization(ctx: Context, id: string, changes: OrganizationChanges): Promise<OrganizationRow> {
  return transaction(ctx, async (ctx) => {
    const row = await refusingTakenSlug(store.update(ctx.db, ctx.instance.id, id, { ...changes, updated_at: now(ctx) }));
    if (!row) throw organizationNotFound();
    await emit(ctx, 'organization.updated', { organizationId: id });
    return row;
  });
}

/**
 * Merges into an organization's metadata: objects at every depth, `null` removes a key.
 *
 * @throws `resource_not_found`; `form_param_exceeds_allowed_size` when the result is too large
 */
export function mergeOrganizationMetadata(ctx: Context, id: string, patches: MetadataOf<Json>): Promise<OrganizationRow> {
  return transaction(ctx, async (ctx) => updateOrganization(ctx, id, mergedMetadata(await lockedOrganization(ctx, id), patches)));
}

/** What metadata become when patches are merged into them. */
export function mergedMetadata(present: Required<MetadataOf<Json>>, patches: MetadataOf<Json>): MetadataOf<Json> {
  const merged: MetadataOf<Json> = {};
  for (const kind of ['public_metadata', 'private_metadata'] as const) {
    const patch = patches[kind];
    if (patch) merged[kind] = mergeMetadata(kind, present[kind], patch);
  }
  return merged;
}

/** The index decides, not a look beforehand: of two that ask at once, one wins. */
async function refusingTakenSlug<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error, 'organizations_slug')) throw apiError('form_identifier_exists', { param: 'slug', cause: error });
    throw error;
  }
}
