import type { OrganizationDomainResource, OrganizationDomainVerification, OrganizationEnrollmentMode } from '../types/organization.ts';
import { Resource } from './base.ts';
import type { ResourceHost } from './host.ts';

export interface OrganizationDomainJSON {
  id: string;
  name: string;
  organization_id: string;
  enrollment_mode: OrganizationEnrollmentMode;
  verification: { status: 'unverified' | 'verified'; strategy: 'email_code'; attempts: number; expires_at: number } | null;
  affiliation_email_address: string | null;
  total_pending_invitations: number;
  total_pending_suggestions: number;
  created_at: number;
  updated_at: number;
}

/** A domain whose people may join the organization. Docs: reference/javascript/types/organization-domain. */
export class OrganizationDomain extends Resource<OrganizationDomainJSON> implements OrganizationDomainResource {
  override id = '';
  name = '';
  organizationId = '';
  enrollmentMode: OrganizationEnrollmentMode = 'manual_invitation';
  verification: OrganizationDomainVerification | null = null;
  affiliationEmailAddress: string | null = null;
  totalPendingInvitations = 0;
  totalPendingSuggestions = 0;
  createdAt = new Date(0);
  updatedAt = new Date(0);

  constructor(host: ResourceHost, json: OrganizationDomainJSON) {
    super(host);
    this.fromJSON(json);
  }

  get pathRoot(): string {
    return `/organizations/${this.organizationId}/domains`;
  }

  fromJSON(json: OrganizationDomainJSON | null): this {
    if (!json) return this;
    this.id = json.id;
    this.name = json.name;
    this.organizationId = json.organization_id;
    this.enrollmentMode = json.enrollment_mode;
    this.verification = json.verification && {
      status: json.verification.status,
      strategy: json.verification.strategy,
      attempts: json.verification.attempts,
      expiresAt: new Date(json.verification.expires_at),
    };
    this.affiliationEmailAddress = json.affiliation_email_address;
    this.totalPendingInvitations = json.total_pending_invitations;
    this.totalPendingSuggestions = json.total_pending_suggestions;
    this.createdAt = new Date(json.created_at);
    this.updatedAt = new Date(json.updated_at);
    return this;
  }

  /** Has a code sent to an address at the domain, as proof that one belongs there. */
  prepareAffiliationVerification({ affiliationEmailAddress }: { affiliationEmailAddress: string }): Promise<this> {
    return this.act('prepare_affiliation_verification', { affiliationEmailAddress });
  }

  attemptAffiliationVerification({ code }: { code: string }): Promise<this> {
    return this.act('attempt_affiliation_verification', { code });
  }

  /** `deletePending`: withdraws what the mode before this one offered. */
  updateEnrollmentMode(params: { enrollmentMode: OrganizationEnrollmentMode; deletePending?: boolean }): Promise<this> {
    return this.act('update_enrollment_mode', { ...params });
  }

  delete(): Promise<void> {
    return this.drop();
  }
}
