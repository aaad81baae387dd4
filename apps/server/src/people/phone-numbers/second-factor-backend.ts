import { UserReference } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { disableSecondFactors } from './second-factor.ts';

/** Second factors, for servers. */
export function secondFactorBackendRoutes(routes: BackendRoutes): void {
  routes.delete(
    '/v1/users/:user_id/mfa',
    { summary: 'Turn all of a user’s second factors off', tag: 'Users', params: pathParams('user_id'), response: UserReference },
    async (ctx, { params }) => {
      await disableSecondFactors(ctx, params.user_id);
      return { user_id: params.user_id };
    },
  );
}
