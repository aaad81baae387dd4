import type { InvitationResource } from '@foyer/protocol/schemas/backend/invitation';
import { now, type Context } from '../../platform/context.ts';
import { invitationStatus } from './status.ts';
import type { InvitationRow } from './tables.ts';

/**
 * An invitation on the wire.
 *
 * @param url its link, while it is at hand
 */
export function invitationResource(ctx: Context, row: InvitationRow, url?: string): InvitationResource {
  const status = invitationStatus(row, now(ctx));
  return {
    object: 'invitation',
    id: row.id,
    email_address: row.email_address,
    public_metadata: row.public_metadata,
    revoked: status === 'revoked',
    status,
    ...(url === undefined ? {} : { url }),
    expires_at: row.expires_at.getTime(),
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
