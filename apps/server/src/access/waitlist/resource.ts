import type { BackendWaitlistEntryResource } from '@foyer/protocol/schemas/backend/waitlist';
import type { Context } from '../../platform/context.ts';
import { findInvitations, invitationResource } from '../invitations/service.ts';
import type { InvitationRow } from '../invitations/tables.ts';
import { waitlistEntryStatus } from './status.ts';
import type { WaitlistEntryRow } from './tables.ts';

/** Waitlist entries as servers see them, with their invitations, in two queries. */
export async function waitlistEntryResources(ctx: Context, rows: readonly WaitlistEntryRow[]): Promise<BackendWaitlistEntryResource[]> {
  const invitations = await findInvitations(ctx, rows.flatMap((row) => row.invitation_id ?? []));
  return rows.map((row) => describe(ctx, row, invitations.get(row.invitation_id ?? '')));
}

export async function waitlistEntryResource(ctx: Context, row: WaitlistEntryRow): Promise<BackendWaitlistEntryResource> {
  const invitations = await findInvitations(ctx, row.invitation_id === null ? [] : [row.invitation_id]);
  return describe(ctx, row, invitations.get(row.invitation_id ?? ''));
}

function describe(ctx: Context, row: WaitlistEntryRow, invitation: InvitationRow | undefined): BackendWaitlistEntryResource {
  return {
    object: 'waitlist_entry',
    id: row.id,
    email_address: row.email_address,
    status: waitlistEntryStatus(row),
    // Nothing takes entries away for a while here: each change is one transaction.
    is_locked: false,
    ...(invitation ? { invitation: invitationResource(ctx, invitation) } : {}),
    created_at: row.created_at.getTime(),
    updated_at: row.updated_at.getTime(),
  };
}
