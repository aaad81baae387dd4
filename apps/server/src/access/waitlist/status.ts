import type { WaitlistEntryStatus } from '@foyer/protocol/statuses';
import type { WaitlistEntryRow } from './tables.ts';

/** Status of a waitlist entry. Whoever has an account waits no longer, whatever was decided before. */
export function waitlistEntryStatus(row: Pick<WaitlistEntryRow, 'completed_at' | 'rejected_at' | 'invited_at'>): WaitlistEntryStatus {
  if (row.completed_at !== null) return 'completed';
  if (row.rejected_at !== null) return 'rejected';
  return row.invited_at === null ? 'pending' : 'invited';
}
