import type { TicketStatus } from '@foyer/protocol/statuses';
import type { SignInTokenRow } from './tables.ts';

/** Status of a sign-in token. One that has expired unused stays `pending`: the documents know no other word for it. */
export function ticketStatus({ used_at: usedAt, revoked_at: revokedAt }: Pick<SignInTokenRow, 'used_at' | 'revoked_at'>): TicketStatus {
  if (usedAt !== null) return 'accepted';
  return revokedAt === null ? 'pending' : 'revoked';
}
