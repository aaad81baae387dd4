/**
 * Whatever an app keeps. Inherited, for another copy of these declarations (that of another package) may be there,
 * and an interface cannot have an index signature twice.
 */
interface Open {
  [key: string]: unknown;
}

declare global {
  /** Apps describe their metadata by augmenting these interfaces. */
  interface UserPublicMetadata extends Open {}
  interface UserPrivateMetadata extends Open {}
  interface UserUnsafeMetadata extends Open {}
  interface SignUpUnsafeMetadata extends Open {}
  interface OrganizationPublicMetadata extends Open {}
  interface OrganizationMembershipPublicMetadata extends Open {}
  interface OrganizationInvitationPublicMetadata extends Open {}
  interface OrganizationPrivateMetadata extends Open {}
  interface OrganizationMembershipPrivateMetadata extends Open {}
  interface OrganizationInvitationPrivateMetadata extends Open {}
  interface UserOrganizationInvitationPublicMetadata extends Open {}
  /** Apps name their `role`s and `permission`s here, and have them checked. */
  interface ClerkAuthorization {}
}

export {};
