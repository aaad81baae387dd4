import type { VerificationStatus } from '@foyer/protocol/statuses';
import type { VerificationRow } from './tables.ts';

type Facts = Pick<VerificationRow, 'verified_at' | 'failed_at' | 'expires_at' | 'transferable'>;

/**
 * Status of a verification at a moment. A proof that was given stays given; one that is waiting to
 * be carried over to the other kind of attempt (`transferable`) waits only until it expires.
 */
export function verificationStatus(row: Facts, now: Date): VerificationStatus {
  if (row.verified_at !== null) return 'verified';
  if (row.failed_at !== null) return 'failed';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  return row.transferable ? 'transferable' : 'unverified';
}
