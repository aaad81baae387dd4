import type { ClerkPaginatedResponse, ClerkResource, ImageResource } from './common.ts';
import type {
  AddMemberParams, AttemptAffiliationVerificationParams, GetDomainsParams, GetInvitationsParams, GetMembershipRequestParams, GetMemberships,
  GetRolesParams, InviteMemberParams, InviteMembersParams, OrganizationCustomRoleKey, OrganizationPermissionKey, PrepareAffiliationVerificationParams,
  SetOrganizationLogoParams, UpdateEnrollmentModeParams, UpdateMembershipParams, UpdateOrganizationMembershipParams, UpdateOrganizationParams,
} from './organization-params.ts';
import type { PublicUserData } from './session.ts';

export type OrganizationInvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

export interface OrganizationResource extends ClerkResource {
  id: string;
  name: string;
  slug: string | null;
  imageUrl: string;
  hasImage: boolean;
  membersCount: number;
  pendingInvitationsCount: number;
  publicMetadata: OrganizationPublicMetadata;
  adminDeleteEnabled: boolean;
  maxAllowedMemberships: number;
  createdAt: Date;
  updatedAt: Date;
  update: (params: UpdateOrganizationParams) => Promise<OrganizationResource>;
  destroy: () => Promise<void>;
  setLogo: (params: SetOrganizationLogoParams) => Promise<OrganizationResource>;
  getMemberships: GetMemberships;
  getInvitations: (params?: GetInvitationsParams) => Promise<ClerkPaginatedResponse<OrganizationInvitationResource>>;
  createDomain: (domainName: string) => Promise<OrganizationDomainResource>;
  getDomain: (params: { domainId: string }) => Promise<OrganizationDomainResource>;
  getDomains: (params?: GetDomainsParams) => Promise<ClerkPaginatedResponse<OrganizationDomainResource>>;
  getMembershipRequests: (params?: GetMembershipRequestParams) => Promise<ClerkPaginatedResponse<OrganizationMembershipRequestResource>>;
  getRoles: (params?: GetRolesParams) => Promise<ClerkPaginatedResponse<RoleResource>>;
  addMember: (params: AddMemberParams) => Promise<OrganizationMembershipResource>;
  updateMember: (params: UpdateMembershipParams) => Promise<OrganizationMembershipResource>;
  removeMember: (userId: string) => Promise<OrganizationMembershipResource>;
  inviteMember: (params: InviteMemberParams) => Promise<OrganizationInvitationResource>;
  inviteMembers: (params: InviteMembersParams) => Promise<OrganizationInvitationResource[]>;
}

export interface OrganizationMembershipResource extends ClerkResource {
  id: string;
  organization: OrganizationResource;
  permissions: OrganizationPermissionKey[];
  publicMetadata: OrganizationMembershipPublicMetadata;
  publicUserData?: PublicUserData;
  role: OrganizationCustomRoleKey;
  roleName: string;
  createdAt: Date;
  updatedAt: Date;
  destroy: () => Promise<OrganizationMembershipResource>;
  update: (params: UpdateOrganizationMembershipParams) => Promise<OrganizationMembershipResource>;
}

export interface OrganizationInvitationResource extends ClerkResource {
  id: string;
  emailAddress: string;
  organizationId: string;
  publicMetadata: OrganizationInvitationPublicMetadata;
  role: OrganizationCustomRoleKey;
  roleName: string;
  status: OrganizationInvitationStatus;
  createdAt: Date;
  updatedAt: Date;
  revoke: () => Promise<OrganizationInvitationResource>;
}

export interface UserOrganizationInvitationResource extends ClerkResource {
  id: string;
  emailAddress: string;
  publicOrganizationData: { hasImage: boolean; imageUrl: string; name: string; id: string; slug: string | null };
  publicMetadata: OrganizationInvitationPublicMetadata;
  role: OrganizationCustomRoleKey;
  status: OrganizationInvitationStatus;
  createdAt: Date;
  updatedAt: Date;
  accept: () => Promise<UserOrganizationInvitationResource>;
}

export type OrganizationSuggestionStatus = 'pending' | 'accepted';

export interface OrganizationSuggestionResource extends ClerkResource {
  id: string;
  publicOrganizationData: { hasImage: boolean; imageUrl: string; name: string; id: string; slug: string | null };
  status: OrganizationSuggestionStatus;
  createdAt: Date;
  updatedAt: Date;
  accept: () => Promise<OrganizationSuggestionResource>;
}

/** How people with an address at the domain come to the organization. */
export type OrganizationEnrollmentMode = 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion';

export type OrganizationDomainVerificationStatus = 'unverified' | 'verified';

export interface OrganizationDomainVerification {
  status: OrganizationDomainVerificationStatus;
  strategy: 'email_code';
  attempts: number;
  expiresAt: Date;
}

export interface OrganizationDomainResource extends ClerkResource {
  id: string;
  name: string;
  organizationId: string;
  enrollmentMode: OrganizationEnrollmentMode;
  verification: OrganizationDomainVerification | null;
  affiliationEmailAddress: string | null;
  totalPendingInvitations: number;
  totalPendingSuggestions: number;
  createdAt: Date;
  updatedAt: Date;
  prepareAffiliationVerification: (params: PrepareAffiliationVerificationParams) => Promise<OrganizationDomainResource>;
  attemptAffiliationVerification: (params: AttemptAffiliationVerificationParams) => Promise<OrganizationDomainResource>;
  updateEnrollmentMode: (params: UpdateEnrollmentModeParams) => Promise<OrganizationDomainResource>;
  delete: () => Promise<void>;
}

/** Somebody who was suggested the organization asks to join it. */
export interface OrganizationMembershipRequestResource extends ClerkResource {
  id: string;
  organizationId: string;
  status: OrganizationInvitationStatus;
  publicUserData: PublicUserData;
  createdAt: Date;
  updatedAt: Date;
  accept: () => Promise<OrganizationMembershipRequestResource>;
  reject: () => Promise<OrganizationMembershipRequestResource>;
}

/** What members with a role may do. */
export interface PermissionResource extends ClerkResource {
  id: string;
  key: string;
  name: string;
  type: 'system' | 'user';
  description: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface RoleResource extends ClerkResource {
  id: string;
  key: string;
  name: string;
  description: string;
  permissions: PermissionResource[];
  createdAt: Date;
  updatedAt: Date;
}

export type { ImageResource };
