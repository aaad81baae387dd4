import type { SignInStatus } from '@foyer/protocol/statuses';
import { describe, expect, it } from 'vitest';
import { signInStatus, type SignInFacts } from './status.ts';

const NAMES = ['identified', 'firstFactorVerified', 'clientTrustNeeded', 'clientTrustVerified', 'newPasswordNeeded', 'secondFactorNeeded', 'secondFactorVerified', 'sessionCreated', 'abandoned'] as const;

/** The first row that fits says the status; a fact that a row does not name may be either way. */
const TABLE: readonly [Partial<SignInFacts>, SignInStatus][] = [
  [{ sessionCreated: true }, 'complete'],
  [{ abandoned: true }, 'abandoned'],
  [{ firstFactorVerified: false, identified: false }, 'needs_identifier'],
  [{ firstFactorVerified: false, identified: true }, 'needs_first_factor'],
  [{ firstFactorVerified: true, clientTrustNeeded: true, clientTrustVerified: false }, 'needs_client_trust'],
  [{ firstFactorVerified: true, newPasswordNeeded: true }, 'needs_new_password'],
  [{ firstFactorVerified: true, newPasswordNeeded: false, secondFactorNeeded: true, secondFactorVerified: false }, 'needs_second_factor'],
  [{ firstFactorVerified: true, newPasswordNeeded: false, secondFactorNeeded: false }, 'complete'],
  [{ firstFactorVerified: true, newPasswordNeeded: false, secondFactorVerified: true }, 'complete'],
];

const every = Array.from({ length: 2 ** NAMES.length }, (_, bits) => Object.fromEntries(NAMES.map((name, i) => [name, (bits & (1 << i)) !== 0])) as unknown as SignInFacts);

describe('status of a sign-in', () => {
  it.each(every)('%o', (facts) => {
    const row = TABLE.find(([wanted]) => Object.entries(wanted).every(([name, value]) => facts[name as keyof SignInFacts] === value));
    expect(signInStatus(facts)).toBe(row?.[1]);
  });

  it('every row of the table decides some combination', () => {
    for (const [, status] of TABLE) expect(every.map(signInStatus)).toContain(status);
  });
});
