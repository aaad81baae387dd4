import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import { Text } from '@foyer/protocol/schemas/parts';
import { displayConfig } from '../../instances/environment/display-config.ts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { findSignInToken } from './service.ts';

/** Where the links in messages lead. */
export function ticketRoutes(routes: FrontendRoutes): void {
  routes.get(
    '/v1/tickets/accept',
    { summary: 'Follow a ticket’s link', tag: 'Sign Ins', asker: 'unchecked', bare: true, query: queryParams('AcceptTicketQuery', { ticket: Text }), response: Text },
    async (ctx, { query: { ticket } }) => {
      await findSignInToken(ctx, ticket);
      const page = new URL(displayConfig(ctx.instance, ctx.http.baseUrl).sign_in_url);
      page.searchParams.set('__clerk_status', 'sign_in');
      page.searchParams.set('__clerk_ticket', ticket);
      return new Redirect(page.href, 303);
    },
  );
}
