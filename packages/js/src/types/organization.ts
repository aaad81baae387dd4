import type { ClerkPaginatedResponse, ClerkPaginationParams, ClerkResource, ImageResource } from './common.ts';
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
  update: (params: { name?: string; slug?: string }) => Promise<OrganizationResource>;
  destroy: () => Promise<void>;
  setLogo: (params: { file: Blob | File | string | null }) => Promise<OrganizationResource>;
  getMemberships: (params?: ClerkPaginationParams & { role?: string[]; query?: string }) => Promise<ClerkPaginatedResponse<OrganizationMembershipResource>>;
  getInvitations: (params?: ClerkPaginationParams & { status?: OrganizationInvitationStatus[] }) => Promise<ClerkPaginatedResponse<OrganizationInvitationResource>>;
  createDomain: (domainName: string) => Promise<OrganizationDomainResource>;
  getDomain: (params: { domainId: string }) => Promise<OrganizationDomainResource>;
  getDomains: (params?: ClerkPaginationParams & { enrollmentMode?: OrganizationEnrollmentMode }) => Promise<ClerkPaginatedResponse<OrganizationDomainResource>>;
  getMembershipRequests: (params?: ClerkPaginationParams & { status?: OrganizationInvitationStatus }) => Promise<ClerkPaginatedResponse<OrganizationMembershipRequestResource>>;
  getRoles: (params?: ClerkPaginationParams) => Promise<ClerkPaginatedResponse<RoleResource>>;
  addMember: (params: { userId: string; role: string }) => Promise<OrganizationMembershipResource>;
  updateMember: (params: { userId: string; role: string }) => Promise<OrganizationMembershipResource>;
  removeMember: (userId: string) => Promise<OrganizationMembershipResource>;
  inviteMember: (params: { emailAddress: string; role: string }) => Promise<OrganizationInvitationResource>;
  inviteMembers: (params: { emailAddresses: string[]; role: string }) => Promise<OrganizationInvitationResource[]>;
}

export interface OrganizationMembershipResource extends ClerkResource {
  id: string;
  organization: OrganizationResource;
  permissions: string[];
  publicMetadata: OrganizationMembershipPublicMetadata;
  publicUserData?: PublicUserData;
  role: string;
  roleName: string;
  createdAt: Date;
  updatedAt: Date;
  destroy: () => Promise<OrganizationMembershipResource>;
  update: (params: { role: string }) => Promise<OrganizationMembershipResource>;
}

export interface OrganizationInvitationResource extends ClerkResource {
  id: string;
  emailAddress: string;
  organizationId: string;
  publicMetadata: OrganizationInvitationPublicMetadata;
  role: string;
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
  role: string;
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

export interface OrganizationDomainVerification {
  status: 'unverified' | 'verified';
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
  prepareAffiliationVerification: (params: { affiliationEmailAddress: string }) => Promise<OrganizationDomainResource>;
  attemptAffiliationVerification: (params: { code: string }) => Promise<OrganizationDomainResource>;
  updateEnrollmentMode: (params: { enrollmentMode: OrganizationEnrollmentMode; deletePending?: boolean }) => Promise<OrganizationDomainResource>;
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
