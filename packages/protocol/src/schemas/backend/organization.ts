/** Organizations and memberships as servers see them. */
import { type Static, Type } from 'typebox';
import { Count, CreatedAndUpdated, Flag, kind, Metadata, NullableText, resource, Text, Texts, Timestamp } from '../parts.ts';
import { page } from './lists.ts';

export const BackendOrganization = resource('BackendOrganization', {
  object: kind('organization'),
  id: Text,
  name: Text,
  slug: Text,
  image_url: Type.Optional(Text),
  has_image: Flag,
  members_count: Type.Optional(Count),
  missing_member_with_elevated_permissions: Type.Optional(Flag),
  pending_invitations_count: Type.Optional(Count),
  max_allowed_memberships: Count,
  admin_delete_enabled: Flag,
  public_metadata: Metadata,
  private_metadata: Type.Optional(Metadata),
  created_by: Type.Optional(Text),
  ...CreatedAndUpdated,
  last_active_at: Type.Optional(Timestamp),
  role_set_key: Type.Optional(NullableText),
});
export type BackendOrganizationResource = Static<typeof BackendOrganization>;

export const BackendOrganizations = page('BackendOrganizations', BackendOrganization);

/** After an upload; `logo_url` is the former name of `image_url`. */
export const BackendOrganizationWithLogo = resource('BackendOrganizationWithLogo', { ...BackendOrganization.properties, image_url: Text, logo_url: Type.Optional(Text) });

export const BackendOrganizationMembership = resource('BackendOrganizationMembership', {
  id: Text,
  object: kind('organization_membership'),
  role: Text,
  role_name: Type.Optional(Text),
  permissions: Texts,
  public_metadata: Metadata,
  private_metadata: Type.Optional(Metadata),
  organization: BackendOrganization,
  public_user_data: Type.Optional(
    resource('BackendPublicUserData', {
      user_id: Text,
      first_name: NullableText,
      last_name: NullableText,
      profile_image_url: NullableText,
      image_url: Text,
      has_image: Flag,
      identifier: Type.Optional(NullableText),
      username: Type.Optional(NullableText),
      banned: Type.Optional(Flag),
      deprovisioned: Type.Optional(Flag),
    }),
  ),
  ...CreatedAndUpdated,
});
export type BackendOrganizationMembershipResource = Static<typeof BackendOrganizationMembership>;

export const BackendOrganizationMemberships = page('BackendOrganizationMemberships', BackendOrganizationMembership);
