import { JoinWaitlistParams } from '@foyer/protocol/schemas/requests/waitlist';
import { WaitlistEntry } from '@foyer/protocol/schemas/resources/waitlist';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { joinWaitlist } from './join.ts';

/** Joining the waitlist. */
export function waitlistRoutes(routes: FrontendRoutes): void {
  const join = { tag: 'Waitlist', asker: 'unchecked', bare: true, rateLimit: 'createSignUp', summary: 'Join the waitlist', body: JoinWaitlistParams, response: WaitlistEntry } as const;
  // The answer is the same for whoever is on the list already: it tells nothing about them.
  routes.post('/v1/waitlist', join, async (ctx, { body }) => ({ object: 'waitlist_entry', id: (await joinWaitlist(ctx, body.email_address)).id }));
}
