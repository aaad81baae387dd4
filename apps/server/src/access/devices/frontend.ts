import { Text } from '@foyer/protocol/schemas/parts';
import { queryParams } from '@foyer/protocol/schemas/requests/parts';
import { Redirect, type FrontendRoutes } from '../../platform/http/routes.ts';
import { SIGN_OUT_PATH } from './notify.ts';
import { outcomePage } from './page.ts';
import { signOutDevice } from './sign-out.ts';
import { readSignOutToken } from './token.ts';

/** Where the link in a message about a new device leads. */
export function deviceRoutes(routes: FrontendRoutes): void {
  const query = queryParams('UnauthorizedSignInQuery', { token: Text });
  routes.get(
    SIGN_OUT_PATH,
    { summary: 'Sign out a device that one does not know', tag: 'Sessions', asker: 'unchecked', bare: true, rateLimit: 'attemptSignIn', query, response: Text },
    async (ctx, { query: { token } }) => {
      // Programs that only look at links (HEAD) sign nobody out.
      if (ctx.http.method !== 'GET') return outcomePage(ctx, readSignOutToken(ctx, token) ? 'signed_out' : 'invalid');
      const outcome = await signOutDevice(ctx, token);
      const { unauthorized_sign_in_url: url } = ctx.instance.settings.paths;
      return outcome === 'signed_out' && url !== null ? new Redirect(url, 303) : outcomePage(ctx, outcome);
    },
  );
}
