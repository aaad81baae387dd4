import { camelCaseKeys } from '../core/case.ts';
import type { OrganizationInvitationStatus, OrganizationSuggestionResource, UserOrganizationInvitationResource } from '../types/organization.ts';
import type { OrganizationCustomRoleKey } from '../types/organization-params.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

type PublicOrganizationData = UserOrganizationInvitationResource['publicOrganizationData'];

interface OfferJSON {
  id: string;
  public_organization_data: object;
  created_at: number;
  updated_at: number;
}

/** An organization that the user may join. */
abstract class OrganizationOffer<Json extends OfferJSON> extends Resource<Json> {
  override id = '';
  declare publicOrganizationData: PublicOrganizationData;
  createdAt = new Date(0);
  updatedAt = new Date(0);

  fromJSON(json: Json | null): this {
    if (!json) return this;
    this.id = json.id;
    this.publicOrganizationData = camelCaseKeys(json.public_organization_data) as PublicOrganizationData;
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  /** Joins the organization, or asks to. */
  accept(): Promise<this> {
    return this.act('accept');
  }
}

export interface UserOrganizationInvitationJSON extends OfferJSON {
  email_address: string;
  public_metadata: OrganizationInvitationPublicMetadata;
  role: string;
  status: OrganizationInvitationStatus;
}

/** An invitation as the invited user sees it. Docs: reference/javascript/types/user-organization-invitation. */
export class UserOrganizationInvitation
  extends OrganizationOffer<UserOrganizationInvitationJSON>
  implements UserOrganizationInvitationResource
{
  pathRoot = '/me/organization_invitations';
  emailAddress = '';
  publicMetadata: OrganizationInvitationPublicMetadata = {};
  role: OrganizationCustomRoleKey = '';
  status: OrganizationInvitationStatus = 'pending';

  constructor(host: ResourceHost, json: UserOrganizationInvitationJSON) {
    super(host);
    this.fromJSON(json);
  }

  override fromJSON(json: UserOrganizationInvitationJSON | null): this {
    super.fromJSON(json);
    if (!json) return this;
    this.emailAddress = json.email_address;
    this.publicMetadata = json.public_metadata;
    this.role = json.role;
    this.status = json.status;
    return this;
  }
}

export interface OrganizationSuggestionJSON extends OfferJSON {
  status: 'pending' | 'accepted';
}

/** An organization whose domain the user has an address at. Docs: reference/javascript/types/organization-suggestion. */
export class OrganizationSuggestion extends OrganizationOffer<OrganizationSuggestionJSON> implements OrganizationSuggestionResource {
  pathRoot = '/me/organization_suggestions';
  status: 'pending' | 'accepted' = 'pending';

  constructor(host: ResourceHost, json: OrganizationSuggestionJSON) {
    super(host);
    this.fromJSON(json);
  }

  override fromJSON(json: OrganizationSuggestionJSON | null): this {
    super.fromJSON(json);
    if (json) this.status = json.status;
    return this;
  }
}
