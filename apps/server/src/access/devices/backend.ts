import { apiError } from '@foyer/protocol/errors';
import { TrustedDevice, TrustedDevices } from '@foyer/protocol/schemas/backend/trusted-device';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { getUser } from '../../people/users/service.ts';

const tag = 'Users';

/**
 * The devices whose own key signs a user in to a native app. The Frontend API documents no way to enrol
 * one, and the environment says that signing in so is off: so nobody has any, and none can be revoked.
 */
export function trustedDeviceBackendRoutes(routes: BackendRoutes): void {
  const all = { summary: 'List a user’s trusted devices', tag, params: pathParams('user_id'), response: TrustedDevices };
  routes.get('/v1/users/:user_id/trusted_devices', all, async (ctx, { params }) => {
    await getUser(ctx, params.user_id);
    return { data: [], total_count: 0 };
  });

  const one = { summary: 'Revoke a user’s trusted device', tag, params: pathParams('user_id', 'trusted_device_id'), response: TrustedDevice };
  routes.delete('/v1/users/:user_id/trusted_devices/:trusted_device_id', one, async (ctx, { params }) => {
    await getUser(ctx, params.user_id);
    throw apiError('resource_not_found', { longMessage: 'The user has no trusted device with this id.' });
  });
}
