declare global {
  /** Apps describe their metadata by augmenting these interfaces. */
  interface UserPublicMetadata {
    [key: string]: unknown;
  }
  interface UserPrivateMetadata {
    [key: string]: unknown;
  }
  interface UserUnsafeMetadata {
    [key: string]: unknown;
  }
  interface SignUpUnsafeMetadata {
    [key: string]: unknown;
  }
  interface OrganizationPublicMetadata {
    [key: string]: unknown;
  }
  interface OrganizationMembershipPublicMetadata {
    [key: string]: unknown;
  }
  interface OrganizationInvitationPublicMetadata {
    [key: string]: unknown;
  }
  interface OrganizationPrivateMetadata {
    [key: string]: unknown;
  }
  interface OrganizationMembershipPrivateMetadata {
    [key: string]: unknown;
  }
  interface OrganizationInvitationPrivateMetadata {
    [key: string]: unknown;
  }
  interface UserOrganizationInvitationPublicMetadata {
    [key: string]: unknown;
  }
  /** Apps name their `role`s and `permission`s here, and have them checked. */
  interface ClerkAuthorization {}
}

export {};
