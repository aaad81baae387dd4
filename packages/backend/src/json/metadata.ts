/**
 * Metadata is the application's own: augment these global interfaces to type it, e.g.
 * `declare global { interface UserPublicMetadata { plan: string } }`.
 */
declare global {
  interface UserPublicMetadata {}
  interface UserPrivateMetadata {}
  interface UserUnsafeMetadata {}
  interface OrganizationPublicMetadata {}
  interface OrganizationPrivateMetadata {}
  interface OrganizationMembershipPublicMetadata {}
  interface OrganizationMembershipPrivateMetadata {}
  interface OrganizationInvitationPublicMetadata {}
  interface OrganizationInvitationPrivateMetadata {}
}

/** An augmented metadata interface, and whatever else the application stores beside it. */
export type Metadata<Known = object> = Known & { [key: string]: unknown };
