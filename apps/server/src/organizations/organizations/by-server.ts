import { apiError } from '@foyer/protocol/errors';
import type { CreateOrganizationParams, OrganizationMetadataParams, UpdateOrganizationParams } from '@foyer/protocol/schemas/requests/organizations';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { requireMetadata } from '../../people/metadata/check.ts';
import { checkPastTime, findUser } from '../../people/users/service.ts';
import { checkMembershipLimit, checkName } from './checks.ts';
import type { NewOrganization } from './create.ts';
import { checkSlug } from './slug.ts';
import type { MetadataOf, OrganizationChanges } from './update.ts';

/**
 * What a server wants of a new organization, checked.
 *
 * @throws `organization_creator_not_found`, and the errors of the checks
 */
export async function newByServer(ctx: Context, params: CreateOrganizationParams): Promise<NewOrganization> {
  refuseRoleSet(params.role_set_key);
  if (params.created_by && !(await findUser(ctx, params.created_by))) throw apiError('organization_creator_not_found', { param: 'created_by' });
  const { public_metadata: publicMetadata, private_metadata: privateMetadata } = replacedMetadata(params);
  return {
    name: checkName(params.name),
    slug: params.slug ? checkSlug(ctx, params.slug) : null,
    createdBy: params.created_by || null,
    maxAllowedMemberships: params.max_allowed_memberships == null ? null : checkMembershipLimit(params.max_allowed_memberships),
    ...(publicMetadata ? { publicMetadata } : {}),
    ...(privateMetadata ? { privateMetadata } : {}),
    ...(params.created_at ? { createdAt: checkPastTime(ctx, 'created_at', params.created_at) } : {}),
  };
}

/** What a server wants changed, checked; `null` means the same as absent. */
export function changesByServer(ctx: Context, params: UpdateOrganizationParams): OrganizationChanges {
  refuseRoleSet(params.role_set_key);
  const changes: OrganizationChanges = replacedMetadata(params);
  if (params.name != null) changes.name = checkName(params.name);
  if (params.slug) changes.slug = checkSlug(ctx, params.slug);
  if (params.max_allowed_memberships != null) changes.max_allowed_memberships = checkMembershipLimit(params.max_allowed_memberships);
  if (params.admin_delete_enabled != null) changes.admin_delete_enabled = params.admin_delete_enabled;
  if (params.created_at) changes.created_at = checkPastTime(ctx, 'created_at', params.created_at);
  return changes;
}

/** Metadata that take the place of what is there, checked. */
export function replacedMetadata(params: { [Kind in keyof OrganizationMetadataParams]?: Json | null }): MetadataOf<Json> {
  const metadata: MetadataOf<Json> = {};
  for (const kind of ['public_metadata', 'private_metadata'] as const) {
    const value = params[kind];
    if (value) metadata[kind] = requireMetadata(kind, value);
  }
  return metadata;
}

function refuseRoleSet(key: string | null | undefined): void {
  if (key) throw apiError('feature_not_implemented', { param: 'role_set_key', longMessage: 'This server has no role sets yet: every organization has all roles. Leave role_set_key out.' });
}
