import type { OrganizationInvitationResource, OrganizationInvitationStatus } from '../types/organization.ts';
import type { OrganizationCustomRoleKey } from '../types/organization-params.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

export interface OrganizationInvitationJSON {
  id: string;
  email_address: string;
  organization_id: string;
  public_metadata: OrganizationInvitationPublicMetadata;
  role: string;
  role_name: string;
  status: OrganizationInvitationStatus;
  created_at: number;
  updated_at: number;
}

/** An invitation as the organization's administrators see it. Docs: reference/javascript/types/organization-invitation. */
export class OrganizationInvitation extends Resource<OrganizationInvitationJSON> implements OrganizationInvitationResource {
  override id = '';
  emailAddress = '';
  organizationId = '';
  publicMetadata: OrganizationInvitationPublicMetadata = {};
  role: OrganizationCustomRoleKey = '';
  roleName = '';
  status: OrganizationInvitationStatus = 'pending';
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: OrganizationInvitationJSON) {
    super(host);
    this.fromJSON(json);
  }

  get pathRoot(): string {
    return `/organizations/${this.organizationId}/invitations`;
  }

  fromJSON(json: OrganizationInvitationJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.emailAddress = json.email_address;
    this.organizationId = json.organization_id;
    this.publicMetadata = json.public_metadata;
    this.role = json.role;
    this.roleName = json.role_name;
    this.status = json.status;
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  revoke(): Promise<this> {
    return this.act('revoke');
  }
}
