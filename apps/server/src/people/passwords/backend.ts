import { apiError } from '@foyer/protocol/errors';
import { BackendUser, PasswordVerified } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { RemoveUserPasswordParams, SetPasswordCompromisedParams, VerifyPasswordParams } from '@foyer/protocol/schemas/requests/users';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { backendUserResource, getUser, loadUser } from '../users/service.ts';
import { clearPasswordCompromised, markPasswordCompromised, removePassword, verifyPassword } from './service.ts';

const tag = 'Users';
const params = pathParams('user_id');

/** Users' passwords, for servers. */
export function passwordBackendRoutes(routes: BackendRoutes): void {
  routes.post(
    '/v1/users/:user_id/verify_password',
    { summary: 'Check a user’s password', tag, params, body: VerifyPasswordParams, response: PasswordVerified },
    async (ctx, { params, body }) => {
      const user = await getUser(ctx, params.user_id);
      if (user.password_hash === null) throw apiError('no_password_set');
      if (!(await verifyPassword(ctx, user, body.password))) throw apiError('incorrect_password');
      return { verified: true };
    },
  );

  routes.post(
    '/v1/users/:user_id/remove_password',
    { summary: 'Remove a user’s password', tag, params, body: RemoveUserPasswordParams, response: BackendUser },
    async (ctx, { params, body }) => {
      const user = await getUser(ctx, params.user_id);
      if (user.password_hash !== null) {
        await removePassword(ctx, user.id, { signOutOthers: body.sign_out_of_other_sessions === true, exceptSessionId: null });
      }
      return backendUserResource(await loadUser(ctx, user.id), ctx);
    },
  );

  routes.post(
    '/v1/users/:user_id/password/set_compromised',
    { summary: 'Ask for another password at the next sign-in', tag, params, body: SetPasswordCompromisedParams, response: BackendUser },
    async (ctx, { params, body }) => {
      await markPasswordCompromised(ctx, params.user_id, body.revoke_all_sessions === true);
      return backendUserResource(await loadUser(ctx, params.user_id), ctx);
    },
  );

  routes.post(
    '/v1/users/:user_id/password/unset_compromised',
    { summary: 'Ask for another password no longer', tag, params, response: BackendUser },
    async (ctx, { params }) => {
      await clearPasswordCompromised(ctx, params.user_id);
      return backendUserResource(await loadUser(ctx, params.user_id), ctx);
    },
  );
}
