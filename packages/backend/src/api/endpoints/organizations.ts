import type { Metadata, OrganizationEnrollmentMode, OrganizationInvitationStatus, OrganizationMembershipRole } from '../../json/index.ts';
import type {
  DeletedObject,
  Organization,
  OrganizationDomain,
  OrganizationInvitation,
  OrganizationMembership,
} from '../../resources/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page, WithSign } from './params.ts';

export interface OrganizationMetadataParams {
  publicMetadata?: Metadata<OrganizationPublicMetadata>;
  privateMetadata?: Metadata<OrganizationPrivateMetadata>;
}

export type GetOrganizationListParams = ClerkPaginationRequest<{
  includeMembersCount?: boolean;
  query?: string;
  orderBy?: WithSign<'name' | 'created_at' | 'members_count'>;
  organizationId?: string[];
  userId?: string[];
}>;

export type CreateOrganizationParams = {
  name: string;
  slug?: string;
  /** User who becomes its first administrator. */
  createdBy?: string;
  /** 0: unlimited. */
  maxAllowedMemberships?: number;
} & OrganizationMetadataParams;

export type UpdateOrganizationParams = {
  name?: string;
  slug?: string;
  adminDeleteEnabled?: boolean;
  maxAllowedMemberships?: number;
} & OrganizationMetadataParams;

export type GetOrganizationParams = ({ organizationId: string } | { slug: string }) & { includeMembersCount?: boolean };

type MembershipOrder = WithSign<'phone_number' | 'email_address' | 'created_at' | 'first_name' | 'last_name' | 'username'>;

export type GetOrganizationMembershipListParams = ClerkPaginationRequest<{
  organizationId: string;
  orderBy?: MembershipOrder;
  userId?: string[];
  emailAddress?: string[];
  phoneNumber?: string[];
  username?: string[];
  web3Wallet?: string[];
  role?: OrganizationMembershipRole[];
  query?: string;
  emailAddressQuery?: string;
  phoneNumberQuery?: string;
  usernameQuery?: string;
  nameQuery?: string;
  lastActiveAtBefore?: number;
  lastActiveAtAfter?: number;
  createdAtBefore?: number;
  createdAtAfter?: number;
}>;

interface MemberParams {
  organizationId: string;
  userId: string;
}

export interface OrganizationInvitationParams {
  emailAddress: string;
  role: OrganizationMembershipRole;
  expiresInDays?: number;
  inviterUserId?: string | null;
  privateMetadata?: Metadata<OrganizationInvitationPrivateMetadata>;
  publicMetadata?: Metadata<OrganizationInvitationPublicMetadata>;
  redirectUrl?: string;
}

interface InvitationRef {
  organizationId: string;
  invitationId: string;
}

export interface CreateOrganizationDomainParams {
  organizationId: string;
  name: string;
  enrollmentMode: OrganizationEnrollmentMode;
  verified?: boolean;
}

interface DomainRef {
  organizationId: string;
  domainId: string;
}

/** `clerkClient.organizations` (docs: reference/backend/organization). */
export const organizationsApi = (request: RequestFunction) => ({
  getOrganizationList: (params: GetOrganizationListParams = {}) =>
    request<Page<Organization>>({ method: 'GET', path: '/organizations', query: params }),
  createOrganization: (params: CreateOrganizationParams) =>
    request<Organization>({ method: 'POST', path: '/organizations', body: params }),
  /** By ID or by slug: the endpoint takes either. */
  getOrganization({ includeMembersCount, ...params }: GetOrganizationParams) {
    const idOrSlug = 'organizationId' in params ? params.organizationId : params.slug;
    return request<Organization>({ method: 'GET', path: path`/organizations/${idOrSlug}`, query: { includeMembersCount } });
  },
  updateOrganization: (organizationId: string, params: UpdateOrganizationParams) =>
    request<Organization>({ method: 'PATCH', path: path`/organizations/${organizationId}`, body: params }),
  updateOrganizationLogo(organizationId: string, { file, uploaderUserId }: { file: Blob | File; uploaderUserId?: string }) {
    const form = new FormData();
    form.append('file', file);
    if (uploaderUserId) form.append('uploader_user_id', uploaderUserId);
    return request<Organization>({ method: 'PUT', path: path`/organizations/${organizationId}/logo`, form });
  },
  deleteOrganizationLogo: (organizationId: string) =>
    request<Organization>({ method: 'DELETE', path: path`/organizations/${organizationId}/logo` }),
  /** Merges deeply; `null` removes a key. */
  updateOrganizationMetadata: (organizationId: string, params: OrganizationMetadataParams) =>
    request<Organization>({ method: 'PATCH', path: path`/organizations/${organizationId}/metadata`, body: params }),
  deleteOrganization: (organizationId: string) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/organizations/${organizationId}` }),

  getOrganizationMembershipList: ({ organizationId, ...query }: GetOrganizationMembershipListParams) =>
    request<Page<OrganizationMembership>>({ method: 'GET', path: path`/organizations/${organizationId}/memberships`, query }),
  getInstanceOrganizationMembershipList: (params: ClerkPaginationRequest<{ orderBy?: MembershipOrder }> = {}) =>
    request<Page<OrganizationMembership>>({ method: 'GET', path: '/organization_memberships', query: params }),
  createOrganizationMembership: ({ organizationId, ...body }: MemberParams & { role: OrganizationMembershipRole }) =>
    request<OrganizationMembership>({ method: 'POST', path: path`/organizations/${organizationId}/memberships`, body }),
  updateOrganizationMembership: ({ organizationId, userId, ...body }: MemberParams & { role: OrganizationMembershipRole }) =>
    request<OrganizationMembership>({ method: 'PATCH', path: path`/organizations/${organizationId}/memberships/${userId}`, body }),
  /** Merges deeply; `null` removes a key. */
  updateOrganizationMembershipMetadata: ({ organizationId, userId, ...body }: MemberParams & OrganizationMetadataParams) =>
    request<OrganizationMembership>({
      method: 'PATCH',
      path: path`/organizations/${organizationId}/memberships/${userId}/metadata`,
      body,
    }),
  deleteOrganizationMembership: ({ organizationId, userId }: MemberParams) =>
    request<OrganizationMembership>({ method: 'DELETE', path: path`/organizations/${organizationId}/memberships/${userId}` }),

  getOrganizationInvitationList: ({
    organizationId,
    ...query
  }: ClerkPaginationRequest<{ organizationId: string; status?: OrganizationInvitationStatus[] }>) =>
    request<Page<OrganizationInvitation>>({ method: 'GET', path: path`/organizations/${organizationId}/invitations`, query }),
  createOrganizationInvitation: ({ organizationId, ...body }: OrganizationInvitationParams & { organizationId: string }) =>
    request<OrganizationInvitation>({ method: 'POST', path: path`/organizations/${organizationId}/invitations`, body }),
  createOrganizationInvitationBulk: (organizationId: string, params: OrganizationInvitationParams[]) =>
    request<OrganizationInvitation[]>({
      method: 'POST',
      path: path`/organizations/${organizationId}/invitations/bulk`,
      body: params,
    }),
  getOrganizationInvitation: ({ organizationId, invitationId }: InvitationRef) =>
    request<OrganizationInvitation>({ method: 'GET', path: path`/organizations/${organizationId}/invitations/${invitationId}` }),
  revokeOrganizationInvitation: ({ organizationId, invitationId, ...body }: InvitationRef & { requestingUserId?: string }) =>
    request<OrganizationInvitation>({
      method: 'POST',
      path: path`/organizations/${organizationId}/invitations/${invitationId}/revoke`,
      body,
    }),

  getOrganizationDomainList: ({ organizationId, ...query }: ClerkPaginationRequest<{ organizationId: string }>) =>
    request<Page<OrganizationDomain>>({ method: 'GET', path: path`/organizations/${organizationId}/domains`, query }),
  /** `verified` unless told otherwise: whoever holds the secret key answers for the domain. */
  createOrganizationDomain: ({ organizationId, verified = true, ...body }: CreateOrganizationDomainParams) =>
    request<OrganizationDomain>({
      method: 'POST',
      path: path`/organizations/${organizationId}/domains`,
      body: { ...body, verified },
    }),
  updateOrganizationDomain: ({ organizationId, domainId, ...body }: DomainRef & Partial<CreateOrganizationDomainParams>) =>
    request<OrganizationDomain>({ method: 'PATCH', path: path`/organizations/${organizationId}/domains/${domainId}`, body }),
  deleteOrganizationDomain: ({ organizationId, domainId }: DomainRef) =>
    request<DeletedObject>({ method: 'DELETE', path: path`/organizations/${organizationId}/domains/${domainId}` }),
});
