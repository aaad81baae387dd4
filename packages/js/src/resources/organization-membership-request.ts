import type { PublicUserDataResource as PublicUserDataJSON } from '@foyer/protocol/schemas/resources/organization';
import type { OrganizationInvitationStatus, OrganizationMembershipRequestResource } from '../types/organization.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';
import { parsePublicUserData } from './public-user-data.ts';

export interface OrganizationMembershipRequestJSON {
  id: string;
  organization_id: string;
  status: OrganizationInvitationStatus;
  public_user_data: PublicUserDataJSON;
  created_at: number;
  updated_at: number;
}

/** Somebody asks to join the organization. Docs: reference/javascript/types/organization-membership-request. */
export class OrganizationMembershipRequest
  extends Resource<OrganizationMembershipRequestJSON>
  implements OrganizationMembershipRequestResource
{
  override id = '';
  organizationId = '';
  status: OrganizationInvitationStatus = 'pending';
  publicUserData = parsePublicUserData(null);
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: OrganizationMembershipRequestJSON) {
    super(host);
    this.fromJSON(json);
  }

  get pathRoot(): string {
    return `/organizations/${this.organizationId}/membership_requests`;
  }

  fromJSON(json: OrganizationMembershipRequestJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.organizationId = json.organization_id;
    this.status = json.status;
    this.publicUserData = parsePublicUserData(json.public_user_data);
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  accept(): Promise<this> {
    return this.act('accept');
  }

  reject(): Promise<this> {
    return this.act('reject');
  }
}
