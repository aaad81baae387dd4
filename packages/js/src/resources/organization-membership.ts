import type { OrganizationMembershipResource as MembershipJSON } from '@foyer/protocol/schemas/resources/organization';
import type { OrganizationMembershipResource } from '../types/organization.ts';
import type { OrganizationCustomRoleKey, OrganizationPermissionKey, UpdateOrganizationMembershipParams } from '../types/organization-params.ts';
import type { PublicUserData } from '../types/session.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { Organization } from './organization.ts';
import { parsePublicUserData } from './public-user-data.ts';

/** What a user is in an organization. Docs: reference/javascript/types/organization-membership. */
export class OrganizationMembership extends Resource<MembershipJSON> implements OrganizationMembershipResource {
  pathRoot = '';
  override id = '';
  declare organization: Organization;
  permissions: OrganizationPermissionKey[] = [];
  publicMetadata: OrganizationMembershipPublicMetadata = {};
  publicUserData?: PublicUserData;
  role: OrganizationCustomRoleKey = '';
  roleName = '';
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: MembershipJSON) {
    super(host);
    this.fromJSON(json);
  }

  fromJSON(json: MembershipJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.organization = new Organization(this.host, json.organization);
    this.permissions = json.permissions ?? [];
    this.publicMetadata = json.public_metadata;
    this.publicUserData = json.public_user_data ? parsePublicUserData(json.public_user_data) : undefined;
    this.role = json.role;
    this.roleName = json.role_name;
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  /** Gives the member another role. */
  update({ role }: UpdateOrganizationMembershipParams): Promise<OrganizationMembershipResource> {
    return this.organization.updateMember({ userId: this.userId(), role });
  }

  /** Removes the member from the organization. */
  destroy(): Promise<OrganizationMembershipResource> {
    return this.organization.removeMember(this.userId());
  }

  private userId(): string {
    const userId = this.publicUserData?.userId;
    if (!userId) throw new Error('This membership was loaded without its user; use organization.getMemberships().');
    return userId;
  }
}
