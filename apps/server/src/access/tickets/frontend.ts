import { apiError } from '@foyer/protocol/errors';
import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import { Text } from '@foyer/protocol/schemas/parts';
import { displayConfig } from '../../instances/environment/display-config.ts';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { accountOf, findInvitationByTicket, invitationStatus } from '../invitations/service.ts';
import { identify } from '../authority/identify.ts';
import { signOutOfAll } from '../clients/sign-out.ts';
import type { InvitationRow } from '../invitations/tables.ts';
import { findSignInToken } from './service.ts';
import { ticketStatus } from './status.ts';

/** Where the links in messages lead. */
export function ticketRoutes(routes: FrontendRoutes): void {
  routes.get(
    '/v1/tickets/accept',
    { summary: 'Follow a ticket’s link', tag: 'Sign Ins', asker: 'unchecked', bare: true, query: queryParams('AcceptTicketQuery', { ticket: Text }), response: Text },
    async (ctx, { query: { ticket } }) => {
      const invitation = await findInvitationByTicket(ctx, ticket);
      if (invitation) return followInvitation(ctx, invitation, ticket);
      const token = await findSignInToken(ctx, ticket);
      if (token.actor !== null && ticketStatus(token) === 'pending') await signOutForActor(ctx);
      return redirect(displayConfig(ctx.instance, ctx.http.primaryUrl).sign_in_url, { __clerk_status: 'sign_in', __clerk_ticket: ticket });
    },
  );
}

/**
 * Leads to where the invited person signs up, or in when they have an account by now. An invitation
 * that has expired leads to an ordinary sign-up (users/inviting).
 */
async function followInvitation(ctx: RequestContext, invitation: InvitationRow, ticket: string): Promise<Redirect> {
  const { sign_in_url: signInUrl, sign_up_url: signUpUrl } = displayConfig(ctx.instance, ctx.http.primaryUrl);
  switch (invitationStatus(invitation, now(ctx))) {
    case 'revoked':
      throw apiError('revoked_invitation', { param: 'ticket' });
    case 'accepted':
      return redirect(invitation.redirect_url ?? signInUrl, { __clerk_status: 'complete' });
    case 'expired':
      return redirect(invitation.redirect_url ?? signUpUrl, {});
    case 'pending': {
      const known = await accountOf(ctx, invitation);
      const page = invitation.redirect_url ?? (known ? signInUrl : signUpUrl);
      return redirect(page, { __clerk_status: known ? 'sign_in' : 'sign_up', __clerk_ticket: ticket });
    }
  }
}

/** Whoever is going to act as somebody else signs out of what they are first (users/impersonation). */
async function signOutForActor(ctx: RequestContext): Promise<void> {
  Object.assign(ctx.asking, await identify(ctx, 'anyone'));
  if (ctx.asking.clientId !== null) await signOutOfAll(ctx);
}

function redirect(to: string, params: Record<string, string>): Redirect {
  const page = new URL(to);
  for (const [name, value] of Object.entries(params)) page.searchParams.set(name, value);
  return new Redirect(page.href, 303);
}
