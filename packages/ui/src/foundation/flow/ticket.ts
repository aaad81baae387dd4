import type { Router } from '../router/router.ts';

/** Takes the ticket of an invitation or sign-in link out of the URL, so that it is used once. */
export function takeTicket(router: Router): string | undefined {
  const ticket = router.query.get('__clerk_ticket') ?? router.query.get('__clerk_invitation_token') ?? undefined;
  if (!ticket) return undefined;
  const url = new URL(location.href);
  for (const name of ['__clerk_ticket', '__clerk_invitation_token', '__clerk_status']) url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  return ticket;
}
