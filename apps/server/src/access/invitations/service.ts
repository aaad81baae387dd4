import { apiError, type ApiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret } from '../../platform/crypto.ts';
import { findByIdentifier, type UserAggregate } from '../../people/users/service.ts';
import { invitationStatus } from './status.ts';
import * as store from './store.ts';
import type { InvitationRow } from './tables.ts';

export { createInvitation, createInvitations } from './create.ts';
export { invitationResource } from './resource.ts';
export { invitationStatus } from './status.ts';

/** Invitations by id, in one query. */
export async function findInvitations(ctx: Context, ids: readonly string[]): Promise<Map<string, InvitationRow>> {
  const rows = ids.length === 0 ? [] : await store.findMany(ctx.db, ctx.instance.id, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The invitation whose ticket this is, whatever has become of it. */
export async function findInvitationByTicket(ctx: Context, ticket: string): Promise<InvitationRow | null> {
  return (await store.findByHash(ctx.db, ctx.instance.id, hashSecret(ticket))) ?? null;
}

/**
 * The invitation of a ticket with which someone wants to sign up.
 *
 * @returns `null` when the ticket is that of no invitation
 * @throws ApiError `revoked_invitation`, `invitation_already_accepted`, `ticket_expired_code`, `invitation_account_exists`
 */
export async function openInvitation(ctx: Context, ticket: string): Promise<InvitationRow | null> {
  const row = await findInvitationByTicket(ctx, ticket);
  if (!row) return null;
  refuseClosed(ctx, row);
  if (await accountOf(ctx, row)) throw apiError('invitation_account_exists', { param: 'ticket' });
  return row;
}

/**
 * Accepts an invitation, once. Belongs into the transaction in which its reader gets an account or signs in.
 *
 * @throws ApiError `revoked_invitation`, `invitation_already_accepted`
 */
export async function acceptInvitation(ctx: Context, id: string): Promise<void> {
  if (await store.accept(ctx.db, ctx.instance.id, id, now(ctx))) return;
  const row = await store.find(ctx.db, ctx.instance.id, id);
  throw row ? whyNotUsable(ctx, row) : apiError('ticket_invalid_code', { param: 'ticket' });
}

/**
 * Accepts the invitation of a ticket for whoever has an account with its address already.
 *
 * @returns who that is and by which address, or `null` when the ticket is that of no invitation
 * @throws ApiError as {@link openInvitation}; `invitation_account_not_exists` where there is no such account
 */
export async function acceptForAccount(ctx: Context, ticket: string): Promise<{ person: UserAggregate; emailAddress: string } | null> {
  const row = await findInvitationByTicket(ctx, ticket);
  if (!row) return null;
  refuseClosed(ctx, row);
  const person = await accountOf(ctx, row);
  if (!person) throw apiError('invitation_account_not_exists', { param: 'ticket' });
  await acceptInvitation(ctx, row.id);
  return { person, emailAddress: row.email_address };
}

/**
 * Revokes a pending invitation: its link leads nowhere any more.
 *
 * @throws ApiError `resource_not_found`, `invitation_already_accepted`, `invitation_already_revoked`
 */
export async function revokeInvitation(ctx: Context, id: string): Promise<InvitationRow> {
  const revoked = await store.revoke(ctx.db, ctx.instance.id, id, now(ctx));
  if (revoked) return revoked;
  const row = await store.find(ctx.db, ctx.instance.id, id);
  if (!row) throw apiError('resource_not_found', { longMessage: 'There is no invitation with this id.' });
  throw apiError(row.accepted_at === null ? 'invitation_already_revoked' : 'invitation_already_accepted');
}

/** The account that has the invited address, if there is one. */
export function accountOf(ctx: Context, { email_address: value }: InvitationRow) {
  return findByIdentifier(ctx, { kind: 'email_address', value });
}

function refuseClosed(ctx: Context, row: InvitationRow): void {
  if (invitationStatus(row, now(ctx)) !== 'pending') throw whyNotUsable(ctx, row);
}

function whyNotUsable(ctx: Context, row: InvitationRow): ApiError {
  const status = invitationStatus(row, now(ctx));
  if (status === 'revoked') return apiError('revoked_invitation', { param: 'ticket' });
  return apiError(status === 'accepted' ? 'invitation_already_accepted' : 'ticket_expired_code', { param: 'ticket' });
}
