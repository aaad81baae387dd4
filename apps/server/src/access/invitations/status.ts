import type { InvitationStatus } from '@foyer/protocol/statuses';
import type { InvitationRow } from './tables.ts';

/** Status of an invitation: what someone did to it comes before what time did. */
export function invitationStatus(row: Pick<InvitationRow, 'accepted_at' | 'revoked_at' | 'expires_at'>, now: Date): InvitationStatus {
  if (row.accepted_at !== null) return 'accepted';
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at <= now ? 'expired' : 'pending';
}
