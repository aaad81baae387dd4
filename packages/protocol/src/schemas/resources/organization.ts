/** An organization and a user's membership in it, as far as users and sessions carry them. */
import { type Static, Type } from 'typebox';
import { Count, CreatedAndUpdated, Flag, kind, Metadata, nullable, NullableText, oneOf, part, resource, Text, Texts, variants } from '../parts.ts';

export const PublicUserData = resource('PublicUserData', {
  first_name: NullableText,
  last_name: NullableText,
  image_url: Type.Optional(NullableText),
  has_image: Flag,
  identifier: Text,
  profile_image_url: Type.Optional(NullableText),
  user_id: Type.Optional(NullableText),
  username: Type.Optional(NullableText),
  banned: Type.Optional(Flag),
  deprovisioned: Type.Optional(Flag),
});
export type PublicUserDataResource = Static<typeof PublicUserData>;

export const Organization = resource('Organization', {
  id: Text,
  object: kind('organization'),
  name: Text,
  slug: Text,
  image_url: Type.Optional(Text),
  has_image: Flag,
  members_count: Type.Optional(Count),
  pending_invitations_count: Type.Optional(Count),
  max_allowed_memberships: Count,
  admin_delete_enabled: Flag,
  self_serve_sso_enabled: Type.Optional(Flag),
  public_metadata: Metadata,
  ...CreatedAndUpdated,
  logo_url: Type.Optional(NullableText),
});
export type OrganizationResource = Static<typeof Organization>;

export const OrganizationMembership = resource('OrganizationMembership', {
  id: Text,
  object: kind('organization_membership'),
  public_metadata: Metadata,
  role: Text,
  role_name: Text,
  permissions: nullable(Texts),
  ...CreatedAndUpdated,
  organization: Organization,
  public_user_data: Type.Optional(nullable(PublicUserData)),
});
export type OrganizationMembershipResource = Static<typeof OrganizationMembership>;

/** One page with `paginated=true`, the bare list without it. */
export const OrganizationMemberships = variants([
  part({ data: Type.Array(OrganizationMembership), total_count: Count }),
  Type.Array(OrganizationMembership),
]);

export const Permission = resource('Permission', {
  object: kind('permission'),
  id: Text,
  name: Text,
  key: Text,
  description: Text,
  type: oneOf(['system', 'user']),
  ...CreatedAndUpdated,
});
export type PermissionResource = Static<typeof Permission>;

export const Role = resource('Role', {
  object: kind('role'),
  id: Text,
  name: Text,
  key: Text,
  description: Text,
  is_creator_eligible: Flag,
  permissions: Type.Array(Permission),
  ...CreatedAndUpdated,
});
export type RoleResource = Static<typeof Role>;

export const Roles = resource('Roles', { data: Type.Array(Role), total_count: Count, has_role_set_migration: Type.Optional(Flag) });
