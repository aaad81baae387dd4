import { apiError } from '@foyer/protocol/errors';
import { InstanceProtect, type InstanceProtectResource } from '@foyer/protocol/schemas/backend/instance';
import { UpdateProtectParams } from '@foyer/protocol/schemas/requests/instance';
import type { BackendRoutes } from '../../platform/http/routes.ts';

const options = { tag: 'Instance Settings', response: InstanceProtect };

/** There is no rule engine here, and nothing that would watch browsers: both are off. */
const OFF: InstanceProtectResource = { object: 'instance_protect', rules_enabled: false, specter_enabled: false, checks_bypassed: false };

/** Protect. A protection that is not there cannot be turned on: nobody shall rely on it. */
export function protectRoutes(routes: BackendRoutes): void {
  routes.get('/v1/instance/protect', { ...options, summary: 'Get the settings of Protect' }, async () => OFF);

  routes.patch('/v1/instance/protect', { ...options, summary: 'Change the settings of Protect', body: UpdateProtectParams }, async (_ctx, { body }) => {
    for (const param of ['rules_enabled', 'specter_enabled'] as const) {
      if (body[param]) throw apiError('feature_not_implemented', { param });
    }
    return OFF;
  });
}
