import type { BackendOrganizationMembershipResource } from '@foyer/protocol/schemas/backend/organization';
import type { OrganizationMembershipResource } from '@foyer/protocol/schemas/resources/organization';
import type { Context } from '../../platform/context.ts';
import { publicUserData, userImageUrl, type UserAggregate } from '../../people/users/service.ts';
import { backendOrganizationResource, organizationResource } from '../organizations/resource.ts';
import type { OrganizationRow } from '../organizations/tables.ts';
import type { Membership } from './store.ts';

/** A membership with the organization and the person that it joins. */
export interface MembershipAggregate {
  membership: Membership;
  organization: OrganizationRow;
  member: UserAggregate;
}

/** A membership as browsers see it. */
export function membershipResource(ctx: Context, { membership, organization, member }: MembershipAggregate): OrganizationMembershipResource {
  return {
    ...sharedFields(membership),
    organization: organizationResource(ctx, organization),
    public_user_data: publicUserData(member, ctx),
  };
}

/** A membership as servers see it: with private metadata. */
export function backendMembershipResource(ctx: Context, { membership, organization, member }: MembershipAggregate): BackendOrganizationMembershipResource {
  const { user } = member;
  const { first_name, last_name, has_image, identifier } = publicUserData(member, ctx);
  const image = userImageUrl(user, ctx);
  return {
    ...sharedFields(membership),
    private_metadata: membership.private_metadata,
    organization: backendOrganizationResource(ctx, organization),
    public_user_data: { user_id: user.id, first_name, last_name, identifier, has_image, image_url: image, profile_image_url: image, username: user.username, banned: user.banned_at !== null },
  };
}

function sharedFields(membership: Membership) {
  return {
    object: 'organization_membership' as const,
    id: membership.id,
    role: membership.role,
    role_name: membership.role_name,
    permissions: membership.permissions,
    public_metadata: membership.public_metadata,
    created_at: membership.created_at.getTime(),
    updated_at: membership.updated_at.getTime(),
  };
}
