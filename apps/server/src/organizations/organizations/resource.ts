import type { BackendOrganizationResource } from '@foyer/protocol/schemas/backend/organization';
import type { OrganizationResource } from '@foyer/protocol/schemas/resources/organization';
import type { Context } from '../../platform/context.ts';
import { avatarUrl, imageUrl, initialsOf } from '../../people/images/service.ts';
import type { OrganizationRow } from './tables.ts';

/** An organization as its members' browsers see it. */
export function organizationResource(ctx: Context, row: OrganizationRow): OrganizationResource {
  return { ...sharedFields(ctx, row), members_count: row.members_count, pending_invitations_count: 0 };
}

/** What servers may ask to be told beside the rest. */
export interface Included {
  membersCount?: boolean | null | undefined;
  /** Whether nobody is left who may manage it; known by whoever has looked. */
  missingManager?: boolean | undefined;
}

/** An organization as servers see it: with private metadata. */
export function backendOrganizationResource(ctx: Context, row: OrganizationRow, { membersCount, missingManager }: Included = {}): BackendOrganizationResource {
  return {
    ...sharedFields(ctx, row),
    private_metadata: row.private_metadata,
    ...(membersCount ? { members_count: row.members_count } : {}),
    ...(missingManager === undefined ? {} : { missing_member_with_elevated_permissions: missingManager }),
    ...(row.created_by === null ? {} : { created_by: row.created_by }),
  };
}

/** Where an organization's logo is: the one it has, or one made for it. */
export function organizationImageUrl(ctx: Context, { id, image_id: imageId, name }: OrganizationRow): string {
  return imageId === null ? avatarUrl(ctx, id, initialsOf(name)) : imageUrl(ctx, imageId);
}

function sharedFields(ctx: Context, row: OrganizationRow) {
  return {
    object: 'organization' as const,
    id: row.id,
    name: row.name,
    slug: row.slug,
    image_url: organizationImageUrl(ctx, row),
    has_image: row.image_id !== null,
    max_allowed_memberships: row.max_allowed_memberships,
    admin_delete_enabled: row.admin_delete_enabled,
    public_metadata: row.public_metadata,
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
