import { apiError, type ApiError } from '@foyer/protocol/errors';
import { now, transaction, type Context, type Platform } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { createInvitation, findInvitations, invitationStatus, revokeInvitation } from '../invitations/service.ts';
import { waitlistEntryStatus } from './status.ts';
import * as store from './store.ts';
import type { WaitlistEntryRow } from './tables.ts';

/**
 * Sends an invitation to someone who waits, also to whom was rejected before.
 *
 * @throws ApiError `resource_not_found`, `waitlist_entry_already_completed`; `duplicate_record` and
 *   `form_identifier_exists` unless told to ignore what exists
 */
export function inviteFromWaitlist(ctx: RequestContext, id: string, ignoreExisting: boolean): Promise<WaitlistEntryRow> {
  return transaction(ctx, async (ctx) => {
    const entry = await undecided(ctx, id);
    const { row } = await createInvitation(ctx, { email_address: entry.email_address, ignore_existing: ignoreExisting, template_slug: 'waitlist_invitation' });
    const at = now(ctx);
    return store.update(ctx.db, ctx.instance.id, id, { invitation_id: row.id, invited_at: at, rejected_at: null, updated_at: at });
  });
}

/**
 * Tells a waitlist entry that it will not come in. An invitation that it has is good for nothing any more.
 *
 * @throws ApiError `resource_not_found`, `waitlist_entry_already_completed`
 */
export function rejectFromWaitlist(ctx: Context, id: string): Promise<WaitlistEntryRow> {
  return transaction(ctx, async (ctx) => {
    const entry = await undecided(ctx, id);
    await withdrawInvitation(ctx, entry);
    return store.update(ctx.db, ctx.instance.id, id, { rejected_at: entry.rejected_at ?? now(ctx), updated_at: now(ctx) });
  });
}

/**
 * Deletes an entry about which nothing has been decided, or only to reject it.
 *
 * @throws ApiError `resource_not_found`, `waitlist_entry_already_completed`
 */
export function removeFromWaitlist(ctx: Context, id: string): Promise<void> {
  return transaction(ctx, async (ctx) => {
    const entry = await undecided(ctx, id);
    if (waitlistEntryStatus(entry) === 'invited') {
      throw apiError('waitlist_entry_already_completed', { longMessage: 'This person has been invited. Reject the entry first.' });
    }
    await store.remove(ctx.db, ctx.instance.id, id);
  });
}

/** Whoever gets an account waits no longer. */
export function completeWaitlistEntries({ events }: Platform): void {
  events.on('user.created', (ctx, { userId }) => store.completeForUser(ctx.db, ctx.instance.id, userId, now(ctx)));
}

async function undecided(ctx: Context, id: string): Promise<WaitlistEntryRow> {
  const entry = await store.findForUpdate(ctx.db, ctx.instance.id, id);
  if (!entry) throw entryNotFound();
  if (waitlistEntryStatus(entry) === 'completed') throw apiError('waitlist_entry_already_completed');
  return entry;
}

async function withdrawInvitation(ctx: Context, { invitation_id: id }: WaitlistEntryRow): Promise<void> {
  if (id === null) return;
  const invitation = (await findInvitations(ctx, [id])).get(id);
  if (invitation && invitationStatus(invitation, now(ctx)) === 'pending') await revokeInvitation(ctx, id);
}

function entryNotFound(): ApiError {
  return apiError('resource_not_found', { longMessage: 'There is no waitlist entry with this id.' });
}
