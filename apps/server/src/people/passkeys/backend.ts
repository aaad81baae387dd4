import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { removePasskey } from './service.ts';

/** Passkeys, for servers. */
export function passkeyBackendRoutes(routes: BackendRoutes): void {
  const params = pathParams('user_id', 'passkey_identification_id');

  routes.delete(
    '/v1/users/:user_id/passkeys/:passkey_identification_id',
    { summary: 'Remove a user’s passkey', tag: 'Users', params, response: BackendDeletedObject },
    async (ctx, { params }) => {
      const { id } = await removePasskey(ctx, params.passkey_identification_id, params.user_id);
      return { object: 'passkey', id, deleted: true };
    },
  );
}
