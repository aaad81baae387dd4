import type { SignUpStatus } from '@foyer/protocol/statuses';

/** Everything that a sign-up's status depends on. */
export interface SignUpFacts {
  /** A required field has not been given. */
  fieldsMissing: boolean;
  /** A field that must be verified has not been. */
  fieldsUnverified: boolean;
  userCreated: boolean;
  abandoned: boolean;
}

/**
 * Status of a sign-up. `complete` is also the answer where nothing is missing any more but the user,
 * who is then created at once.
 */
export function signUpStatus(facts: SignUpFacts): SignUpStatus {
  if (facts.userCreated) return 'complete';
  if (facts.abandoned) return 'abandoned';
  return facts.fieldsMissing || facts.fieldsUnverified ? 'missing_requirements' : 'complete';
}
