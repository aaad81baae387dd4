import type { Router } from '../router/router.ts';

const parameters = ['__clerk_ticket', '__clerk_invitation_token', '__clerk_status'];

/** The ticket of an invitation or a sign-in link, and whether it is for somebody who has no account yet. */
export interface Ticket {
  ticket: string;
  forNewcomer: boolean;
}

/** Takes the ticket out of the URL, so that it is used once. */
export function takeTicket(router: Router): Ticket | undefined {
  const { query } = router;
  const ticket = query.get('__clerk_ticket') ?? query.get('__clerk_invitation_token');
  if (!ticket) return undefined;
  const url = new URL(location.href);
  for (const name of parameters) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  return { ticket, forNewcomer: query.get('__clerk_status') === 'sign_up' };
}

/** Puts a ticket on the link to the sign-up page. */
export function withTicket(link: string, ticket: string): string {
  const url = new URL(link, location.href);
  url.searchParams.set('__clerk_ticket', ticket);
  url.searchParams.set('__clerk_status', 'sign_up');
  return url.href;
}
