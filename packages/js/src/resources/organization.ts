import type {
  OrganizationMembershipResource as MembershipJSON, OrganizationResource as OrganizationJSON,
} from '@foyer/protocol/schemas/resources/organization';
import type { ClerkPaginatedResponse } from '../types/common.ts';
import type { OrganizationResource } from '../types/organization.ts';
import type {
  AddMemberParams, CreateOrganizationParams, GetDomainsParams, GetInvitationsParams, GetMembershipRequestParams, GetMembersParams, GetRolesParams,
  InviteMemberParams, InviteMembersParams, SetOrganizationLogoParams, UpdateMembershipParams, UpdateOrganizationParams,
} from '../types/organization-params.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { toUpload } from './image.ts';
import { OrganizationDomain, type OrganizationDomainJSON } from './organization-domain.ts';
import { OrganizationInvitation, type OrganizationInvitationJSON } from './organization-invitation.ts';
import { OrganizationMembershipRequest, type OrganizationMembershipRequestJSON } from './organization-membership-request.ts';
import { OrganizationMembership } from './organization-membership.ts';
import { getPage, toPageSearch } from './pagination.ts';
import { Role, type RoleJSON } from './role.ts';

/** Docs: reference/javascript/organization. */
export class Organization extends Resource<OrganizationJSON> implements OrganizationResource {
  pathRoot = '/organizations';
  override id = '';
  name = '';
  slug: string | null = null;
  imageUrl = '';
  hasImage = false;
  membersCount = 0;
  pendingInvitationsCount = 0;
  publicMetadata: OrganizationPublicMetadata = {};
  adminDeleteEnabled = true;
  maxAllowedMemberships = 0;
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: OrganizationJSON) {
    super(host);
    this.fromJSON(json);
  }

  static async create(host: ResourceHost, { name, slug }: CreateOrganizationParams): Promise<Organization> {
    const body = { name, slug };
    return new Organization(host, (await host.send({ method: 'POST', path: '/organizations', body })) as OrganizationJSON);
  }

  static async get(host: ResourceHost, organizationId: string): Promise<Organization> {
    return new Organization(host, (await host.send({ path: `/organizations/${organizationId}` })) as OrganizationJSON);
  }

  fromJSON(json: OrganizationJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.name = json.name;
    this.slug = json.slug;
    this.imageUrl = json.image_url ?? '';
    this.hasImage = json.has_image;
    this.membersCount = json.members_count ?? 0;
    this.pendingInvitationsCount = json.pending_invitations_count ?? 0;
    this.publicMetadata = json.public_metadata;
    this.adminDeleteEnabled = json.admin_delete_enabled;
    this.maxAllowedMemberships = json.max_allowed_memberships;
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  update({ name, slug }: UpdateOrganizationParams): Promise<this> {
    return this.patch({ name, slug });
  }

  destroy(): Promise<void> {
    return this.drop();
  }

  /** Sets the organization's picture; `null` removes it. */
  async setLogo({ file }: SetOrganizationLogoParams): Promise<this> {
    const path = this.path('logo');
    if (file !== null) return this.fromJSON(await this.send<OrganizationJSON>({ method: 'PUT', path, body: toUpload(file) }));
    // The answer to this speaks of the image that is gone.
    await this.send({ method: 'DELETE', path });
    return this.reload();
  }

  getMemberships(params?: GetMembersParams): Promise<ClerkPaginatedResponse<OrganizationMembership>> {
    const search = { ...toPageSearch({ ...params }), paginated: true };
    return getPage(this.host.send, this.path('memberships'), search, this.toMembership);
  }

  getInvitations(params?: GetInvitationsParams): Promise<ClerkPaginatedResponse<OrganizationInvitation>> {
    return getPage(this.host.send, this.path('invitations'), toPageSearch({ ...params }), this.toInvitation);
  }

  async createDomain(domainName: string): Promise<OrganizationDomain> {
    const path = this.path('domains');
    return this.toDomain(await this.send({ method: 'POST', path, body: { name: domainName } }));
  }

  async getDomain({ domainId }: { domainId: string }): Promise<OrganizationDomain> {
    return this.toDomain(await this.send({ path: this.path(`domains/${domainId}`) }));
  }

  getDomains(params?: GetDomainsParams): Promise<ClerkPaginatedResponse<OrganizationDomain>> {
    return getPage(this.host.send, this.path('domains'), toPageSearch({ ...params }), this.toDomain);
  }

  getMembershipRequests(params?: GetMembershipRequestParams): Promise<ClerkPaginatedResponse<OrganizationMembershipRequest>> {
    const create = (json: OrganizationMembershipRequestJSON) => new OrganizationMembershipRequest(this.host, json);
    return getPage(this.host.send, this.path('membership_requests'), toPageSearch({ ...params }), create);
  }

  getRoles(params?: GetRolesParams): Promise<ClerkPaginatedResponse<Role>> {
    const create = (json: RoleJSON) => new Role(this.host, json);
    return getPage(this.host.send, this.path('roles'), toPageSearch({ ...params }), create);
  }

  async addMember({ userId, role }: AddMemberParams): Promise<OrganizationMembership> {
    const path = this.path('memberships');
    return this.toMembership(await this.send({ method: 'POST', path, body: { userId, role } }));
  }

  async updateMember({ userId, role }: UpdateMembershipParams): Promise<OrganizationMembership> {
    const path = this.path(`memberships/${userId}`);
    return this.toMembership(await this.send({ method: 'PATCH', path, body: { role } }));
  }

  async removeMember(userId: string): Promise<OrganizationMembership> {
    return this.toMembership(await this.send({ method: 'DELETE', path: this.path(`memberships/${userId}`) }));
  }

  async inviteMember({ emailAddress, role }: InviteMemberParams): Promise<OrganizationInvitation> {
    const path = this.path('invitations');
    return this.toInvitation(await this.send({ method: 'POST', path, body: { emailAddress, role } }));
  }

  async inviteMembers({ emailAddresses, role }: InviteMembersParams): Promise<OrganizationInvitation[]> {
    const path = this.path('invitations/bulk');
    const invitations = await this.send<OrganizationInvitationJSON[]>({
      method: 'POST',
      path,
      body: { emailAddress: emailAddresses, role },
    });
    return invitations.map(this.toInvitation);
  }

  private toDomain(json: OrganizationDomainJSON): OrganizationDomain {
    return new OrganizationDomain(this.host, json);
  }

  private toMembership(json: MembershipJSON): OrganizationMembership {
    return new OrganizationMembership(this.host, json);
  }

  private toInvitation(json: OrganizationInvitationJSON): OrganizationInvitation {
    return new OrganizationInvitation(this.host, json);
  }
}
