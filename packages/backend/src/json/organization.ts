import type { ClerkResourceJSON, Timestamps } from './common.ts';
import type { Metadata } from './metadata.ts';

/** A role's key, e.g. `org:admin`. */
export type OrganizationMembershipRole = string;
export type OrganizationInvitationStatus = 'pending' | 'accepted' | 'revoked';
export type OrganizationEnrollmentMode = 'manual_invitation' | 'automatic_invitation' | 'automatic_suggestion';

export interface OrganizationJSON extends ClerkResourceJSON<'organization'>, Timestamps {
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
  members_count?: number;
  pending_invitations_count?: number;
  max_allowed_memberships: number;
  admin_delete_enabled: boolean;
  public_metadata: Metadata<OrganizationPublicMetadata> | null;
  private_metadata?: Metadata<OrganizationPrivateMetadata>;
  created_by?: string;
}

export interface OrganizationMembershipJSON extends ClerkResourceJSON<'organization_membership'>, Timestamps {
  public_metadata: Metadata<OrganizationMembershipPublicMetadata>;
  private_metadata?: Metadata<OrganizationMembershipPrivateMetadata>;
  role: OrganizationMembershipRole;
  permissions: string[];
  organization: OrganizationJSON;
  public_user_data: OrganizationMembershipPublicUserDataJSON;
}

export interface OrganizationMembershipPublicUserDataJSON {
  identifier: string;
  first_name: string | null;
  last_name: string | null;
  image_url: string;
  has_image: boolean;
  user_id: string;
}

export interface OrganizationInvitationJSON extends ClerkResourceJSON, Timestamps {
  email_address: string;
  role: OrganizationMembershipRole;
  role_name: string;
  organization_id: string;
  public_organization_data?: PublicOrganizationDataJSON | null;
  status?: OrganizationInvitationStatus;
  public_metadata: Metadata<OrganizationInvitationPublicMetadata>;
  private_metadata: Metadata<OrganizationInvitationPrivateMetadata>;
  url: string | null;
  expires_at: number;
}

export interface OrganizationInvitationAcceptedJSON extends OrganizationInvitationJSON {
  status: 'accepted';
  user_id: string;
}

export interface PublicOrganizationDataJSON extends ClerkResourceJSON {
  name: string;
  slug: string;
  image_url?: string;
  has_image: boolean;
}

export interface OrganizationDomainJSON extends ClerkResourceJSON<'organization_domain'>, Timestamps {
  name: string;
  organization_id: string;
  enrollment_mode: OrganizationEnrollmentMode;
  verification: OrganizationDomainVerificationJSON | null;
  affiliation_email_address: string | null;
  total_pending_invitations: number;
  total_pending_suggestions: number;
}

export interface OrganizationDomainVerificationJSON {
  status: 'unverified' | 'verified';
  strategy: 'email_code';
  attempts: number;
  expires_at: number;
}

export interface OrganizationSettingsJSON extends ClerkResourceJSON<'organization_settings'> {
  enabled: boolean;
  max_allowed_memberships: number;
  max_allowed_roles: number;
  max_allowed_permissions: number;
  creator_role: string;
  admin_delete_enabled: boolean;
  domains_enabled: boolean;
  slug_disabled: boolean;
  domains_enrollment_modes: OrganizationEnrollmentMode[];
  domains_default_role: string;
}

export interface RoleJSON extends ClerkResourceJSON<'role'>, Timestamps {
  key: string;
  name: string;
  description: string;
  permissions: PermissionJSON[];
  is_creator_eligible: boolean;
}

export interface PermissionJSON extends ClerkResourceJSON<'permission'>, Timestamps {
  key: string;
  name: string;
  description: string;
}
