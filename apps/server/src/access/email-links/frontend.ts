import { Text } from '@foyer/protocol/schemas/parts';
import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { openLink, pageOfLink } from './open.ts';

/** Where the links in messages lead. */
export function emailLinkRoutes(routes: FrontendRoutes): void {
  routes.get(
    '/v1/verify',
    { summary: 'Open the link of a verification', tag: 'Verification', asker: 'anyone', rateLimit: 'attemptSignIn', query: queryParams('OpenLinkQuery', { token: Text }), response: Text },
    async (ctx, { query }) => {
      const follow = ctx.http.method === 'GET' ? openLink : pageOfLink;
      return new Redirect((await follow(ctx, query.token)).href, 303);
    },
  );
}
