/** Parameters of organizations and their members, of both APIs. */
import { type Static, Type } from 'typebox';
import { nullable, Text, Texts, variants } from '../parts.ts';
import { bodyParams, JsonObject, MaybeFlag, MaybeJsonObject, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';
import { memberFilters } from './users.ts';

export const CreateMyOrganizationParams = bodyParams('CreateMyOrganizationParams', { name: Type.Optional(Text), slug: MaybeText });
export type CreateMyOrganizationParams = Static<typeof CreateMyOrganizationParams>;

export const UpdateMyOrganizationParams = bodyParams('UpdateMyOrganizationParams', { name: MaybeText, slug: MaybeText });
export type UpdateMyOrganizationParams = Static<typeof UpdateMyOrganizationParams>;

export const ListMyMembershipsQuery = queryParams('ListMyMembershipsQuery', { ...PaginatedFlag, ...Pagination });
export type ListMyMembershipsQuery = Static<typeof ListMyMembershipsQuery>;

export const ListMembersQuery = queryParams('ListMembersQuery', {
  query: Type.Optional(Text),
  role: Type.Optional(variants([Texts, Text])),
  ...PaginatedFlag,
  ...Pagination,
});
export type ListMembersQuery = Static<typeof ListMembersQuery>;

export const ListRolesQuery = queryParams('ListRolesQuery', { ...Pagination });
export type ListRolesQuery = Static<typeof ListRolesQuery>;

export const AddMemberParams = bodyParams('AddMemberParams', { user_id: MaybeText, role: MaybeText });
export type AddMemberParams = Static<typeof AddMemberParams>;

export const ChangeMemberParams = bodyParams('ChangeMemberParams', { role: Type.Optional(Text) });
export type ChangeMemberParams = Static<typeof ChangeMemberParams>;

const MaybeLimit = Type.Optional(nullable(Type.Integer()));

export const CreateOrganizationParams = bodyParams('CreateOrganizationParams', {
  name: Text,
  created_by: MaybeText,
  private_metadata: MaybeJsonObject,
  public_metadata: MaybeJsonObject,
  slug: MaybeText,
  max_allowed_memberships: MaybeLimit,
  created_at: MaybeText,
  role_set_key: MaybeText,
});
export type CreateOrganizationParams = Static<typeof CreateOrganizationParams>;

export const UpdateOrganizationParams = bodyParams('UpdateOrganizationParams', {
  public_metadata: MaybeJsonObject,
  private_metadata: MaybeJsonObject,
  name: MaybeText,
  slug: MaybeText,
  max_allowed_memberships: MaybeLimit,
  admin_delete_enabled: MaybeFlag,
  created_at: MaybeText,
  role_set_key: MaybeText,
});
export type UpdateOrganizationParams = Static<typeof UpdateOrganizationParams>;

/** Metadata of an organization or of a membership, to be merged in or put in the place of what is there. */
export const OrganizationMetadataParams = bodyParams('OrganizationMetadataParams', {
  public_metadata: Type.Optional(JsonObject),
  private_metadata: Type.Optional(JsonObject),
});
export type OrganizationMetadataParams = Static<typeof OrganizationMetadataParams>;

export const GetOrganizationQuery = queryParams('GetOrganizationQuery', {
  include_members_count: MaybeFlag,
  include_missing_member_with_elevated_permissions: MaybeFlag,
});
export type GetOrganizationQuery = Static<typeof GetOrganizationQuery>;

export const ListOrganizationsQuery = queryParams('ListOrganizationsQuery', {
  include_members_count: MaybeFlag,
  include_missing_member_with_elevated_permissions: MaybeFlag,
  query: Type.Optional(Text),
  user_id: Type.Optional(Type.Array(Text)),
  organization_id: Type.Optional(Type.Array(Text)),
  order_by: Type.String({ default: '-created_at' }),
  ...Pagination,
});
export type ListOrganizationsQuery = Static<typeof ListOrganizationsQuery>;

/** Members by what they are in the organization, and by who they are. */
export const ListMembershipsQuery = queryParams('ListMembershipsQuery', {
  role: Type.Optional(Texts),
  ...memberFilters,
  order_by: Type.String({ default: '-created_at' }),
  ...Pagination,
});
export type ListMembershipsQuery = Static<typeof ListMembershipsQuery>;

export const ListAllMembershipsQuery = queryParams('ListAllMembershipsQuery', { order_by: Type.String({ default: '-created_at' }), ...Pagination });
export type ListAllMembershipsQuery = Static<typeof ListAllMembershipsQuery>;

export const CreateMembershipParams = bodyParams('CreateMembershipParams', {
  user_id: Text,
  role: Text,
  public_metadata: MaybeJsonObject,
  private_metadata: MaybeJsonObject,
});
export type CreateMembershipParams = Static<typeof CreateMembershipParams>;

export const UpdateMembershipParams = bodyParams('UpdateMembershipParams', { role: Text });
export type UpdateMembershipParams = Static<typeof UpdateMembershipParams>;
