import type { SignInStatus } from '@foyer/protocol/statuses';

/** Everything that a sign-in's status depends on. */
export interface SignInFacts {
  /** It is for an account, or for an identifier that is treated like one (enumeration protection). */
  identified: boolean;
  firstFactorVerified: boolean;
  /** The account has forgotten its password, or must change it, and has not done so here. */
  newPasswordNeeded: boolean;
  /** A password was proved on a device that is new to the account. */
  clientTrustNeeded: boolean;
  clientTrustVerified: boolean;
  /** The account has second factors. */
  secondFactorNeeded: boolean;
  secondFactorVerified: boolean;
  sessionCreated: boolean;
  abandoned: boolean;
}

/**
 * Status of a sign-in. `complete` is also the answer where nothing is missing any more but the
 * session, which is then created at once.
 */
export function signInStatus(facts: SignInFacts): SignInStatus {
  if (facts.sessionCreated) return 'complete';
  if (facts.abandoned) return 'abandoned';
  if (!facts.firstFactorVerified) return facts.identified ? 'needs_first_factor' : 'needs_identifier';
  // First of all: whoever has only found a password must not get to change it.
  if (facts.clientTrustNeeded && !facts.clientTrustVerified) return 'needs_client_trust';
  if (facts.newPasswordNeeded) return 'needs_new_password';
  if (facts.secondFactorNeeded && !facts.secondFactorVerified) return 'needs_second_factor';
  return 'complete';
}
