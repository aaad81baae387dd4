import { recordVerified } from '../../people/verifications/service.ts';
import type { Context } from '../../platform/context.ts';
import { acceptInvitation, openInvitation } from '../invitations/service.ts';
import { allowInvited } from '../restrictions/service.ts';
import { refuseOutsideSignIn } from '../tickets/service.ts';
import type { SignUpColumns } from './store.ts';
import type { SignUpRow } from './tables.ts';

/** What an invitation brings into a sign-up. */
export interface Invited {
  emailAddress: string;
  /** Writes down that the address is proved: the link was in a message to it. */
  prove(ctx: Context): Promise<SignUpColumns>;
}

/**
 * Reads the ticket with which someone signs up.
 *
 * @throws ApiError those of `openInvitation`; `sign_in_token_not_in_sign_in_code`, `ticket_invalid_code`
 */
export async function readTicket(ctx: Context, ticket: string): Promise<Invited> {
  const invitation = await openInvitation(ctx, ticket);
  if (!invitation) return refuseOutsideSignIn(ctx, ticket);
  const { id, email_address: emailAddress, public_metadata: metadata } = invitation;
  return {
    emailAddress,
    async prove(ctx) {
      const proof = await recordVerified(ctx, { strategy: 'ticket', target: emailAddress });
      return { ticket: { invitation_id: id }, email_address: emailAddress, email_verification_id: proof.id, public_metadata: metadata };
    },
  };
}

/** Whether a sign-up goes on with an invitation. */
export function isInvited({ ticket }: Pick<SignUpRow, 'ticket'>): boolean {
  return invitationOf(ticket) !== null;
}

/**
 * Accepts the invitation with which someone signed up, in the transaction that makes them a user.
 *
 * @throws ApiError `revoked_invitation`, `invitation_already_accepted`
 */
export async function acceptTicket(ctx: Context, { ticket, email_address: emailAddress }: Pick<SignUpRow, 'ticket' | 'email_address'>): Promise<void> {
  const id = invitationOf(ticket);
  if (id === null) return;
  await acceptInvitation(ctx, id);
  if (emailAddress !== null) await allowInvited(ctx, emailAddress);
}

function invitationOf(ticket: SignUpRow['ticket']): string | null {
  const id = ticket?.['invitation_id'];
  return typeof id === 'string' ? id : null;
}
