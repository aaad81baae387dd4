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
}

export {};
