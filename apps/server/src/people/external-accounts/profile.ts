/** Somebody's account at a provider, as the provider tells of it. */
export interface ExternalProfile {
  /** With its prefix: `oauth_google`. */
  provider: string;
  /** Who they are there, for ever: an address may change hands, this does not. */
  providerUserId: string;
  /** Separated by spaces. */
  approvedScopes: string;
  /** In lower case; `null` when there is none that could be one. */
  emailAddress: string | null;
  /** Whether the provider vouches for the address; `null` when it does not say. */
  emailAddressVerified: boolean | null;
  firstName: string | null;
  lastName: string | null;
  imageUrl: string | null;
}
