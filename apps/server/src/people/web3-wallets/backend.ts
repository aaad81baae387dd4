import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { removeContact } from '../users/service.ts';
import { web3Wallets } from './service.ts';

/** Wallets, for servers. */
export function web3WalletBackendRoutes(routes: BackendRoutes): void {
  const params = pathParams('user_id', 'web3_wallet_identification_id');

  routes.delete(
    '/v1/users/:user_id/web3_wallets/:web3_wallet_identification_id',
    { summary: 'Remove a user’s wallet', tag: 'Users', params, response: BackendDeletedObject },
    async (ctx, { params }) => {
      const { id } = await removeContact(ctx, web3Wallets, params.web3_wallet_identification_id, params.user_id);
      return { object: 'web3_wallet', id, deleted: true };
    },
  );
}
