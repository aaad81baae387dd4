/** What the calls about organizations take. */
import type { Autocomplete, ClerkPaginatedResponse, ClerkPaginationParams } from './common.ts';
import type {
  OrganizationEnrollmentMode, OrganizationInvitationStatus, OrganizationMembershipResource, OrganizationSuggestionStatus,
} from './organization.ts';

/** A role's key, such as `org:admin`; an app may narrow it by augmenting `ClerkAuthorization`. */
export type OrganizationCustomRoleKey = ClerkAuthorization extends { role: infer Role extends string } ? Role : string;
/** A permission that the app defined; may be narrowed in the same way. */
export type OrganizationCustomPermissionKey = ClerkAuthorization extends { permission: infer Permission extends string } ? Permission : string;
export type OrganizationSystemPermissionPrefix = 'org:sys_';
export type OrganizationSystemPermissionKey = `${OrganizationSystemPermissionPrefix}${
  | 'profile:manage' | 'profile:delete' | 'memberships:read' | 'memberships:manage' | 'domains:read' | 'domains:manage'
}`;
export type OrganizationPermissionKey = ClerkAuthorization extends { permission: infer Permission extends string }
  ? Permission | OrganizationSystemPermissionKey
  : Autocomplete<OrganizationSystemPermissionKey>;

export interface CreateOrganizationParams {
  name: string;
  /** Made from the name unless given. */
  slug?: string;
}
export interface UpdateOrganizationParams {
  name?: string;
  slug?: string;
}
export interface SetOrganizationLogoParams {
  /** The image, its data URL, or null to remove it. */
  file: Blob | File | string | null;
}

interface MemberParams {
  userId: string;
  role: OrganizationCustomRoleKey;
}
export type AddMemberParams = MemberParams;
export type UpdateMembershipParams = MemberParams;
export type UpdateOrganizationMembershipParams = Pick<MemberParams, 'role'>;

export interface InviteMemberParams {
  emailAddress: string;
  role: OrganizationCustomRoleKey;
}
export interface InviteMembersParams {
  emailAddresses: string[];
  role: OrganizationCustomRoleKey;
}
export type CreateOrganizationInvitationParams = InviteMemberParams;
export type CreateBulkOrganizationInvitationParams = InviteMembersParams;

export type GetMembersParams = ClerkPaginationParams & { role?: OrganizationCustomRoleKey[]; query?: string };
export type GetMemberships = (params?: GetMembersParams) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
export type GetRolesParams = ClerkPaginationParams;
export type GetInvitationsParams = ClerkPaginationParams & { status?: OrganizationInvitationStatus[] };
export type GetDomainsParams = ClerkPaginationParams & { enrollmentMode?: OrganizationEnrollmentMode };
export type GetMembershipRequestParams = ClerkPaginationParams & { status?: OrganizationInvitationStatus };
export type GetUserOrganizationMembershipParams = ClerkPaginationParams;
export type GetOrganizationMemberships = (
  params?: GetUserOrganizationMembershipParams,
) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
export type GetUserOrganizationInvitationsParams = ClerkPaginationParams & { status?: OrganizationInvitationStatus };
export type GetUserOrganizationSuggestionsParams = ClerkPaginationParams & {
  status?: OrganizationSuggestionStatus | OrganizationSuggestionStatus[];
};

export interface PrepareAffiliationVerificationParams {
  affiliationEmailAddress: string;
}
export interface AttemptAffiliationVerificationParams {
  code: string;
}
export interface UpdateEnrollmentModeParams {
  enrollmentMode: OrganizationEnrollmentMode;
  /** Takes back the invitations and suggestions that nobody has answered. */
  deletePending?: boolean;
}
