import type { ReverificationLevel, SessionVerificationStatus } from '@foyer/protocol/statuses';

/** Everything that the status of a reverification depends on. */
export interface ReverificationFacts {
  level: ReverificationLevel;
  firstFactorVerified: boolean;
  secondFactorVerified: boolean;
}

/** What is to be proved next: the one factor that the level names, or both, the first one first. */
export function reverificationStatus({ level, firstFactorVerified, secondFactorVerified }: ReverificationFacts): SessionVerificationStatus {
  if (level !== 'second_factor' && !firstFactorVerified) return 'needs_first_factor';
  if (level !== 'first_factor' && !secondFactorVerified) return 'needs_second_factor';
  return 'complete';
}
