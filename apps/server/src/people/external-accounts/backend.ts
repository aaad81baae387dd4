import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { removeExternalAccount } from './service.ts';

/** External accounts, for servers. */
export function externalAccountBackendRoutes(routes: BackendRoutes): void {
  routes.delete(
    '/v1/users/:user_id/external_accounts/:external_account_id',
    { summary: 'Take an external account off a user', tag: 'Users', params: pathParams('user_id', 'external_account_id'), response: BackendDeletedObject },
    async (ctx, { params }) => {
      const { id } = await removeExternalAccount(ctx, params.external_account_id, params.user_id);
      return { object: 'external_account', id, deleted: true };
    },
  );
}
