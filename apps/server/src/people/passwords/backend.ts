import { apiError } from '@foyer/protocol/errors';
import { BackendUser, PasswordVerified } from '@foyer/protocol/schemas/backend/user';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { RemoveUserPasswordParams, VerifyPasswordParams } from '@foyer/protocol/schemas/requests/users';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { backendUserResource, getUser, loadUser } from '../users/service.ts';
import { removePassword, verifyPassword } from './service.ts';

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
}
