import { InstanceCommunication, type InstanceCommunicationResource } from '@foyer/protocol/schemas/backend/instance';
import { UpdateCommunicationParams } from '@foyer/protocol/schemas/requests/instance';
import { isSupportedCountry } from 'libphonenumber-js';
import type { Instance } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import type { ChangeSettings } from './change.ts';

const options = { tag: 'Instance Settings', response: InstanceCommunication };

/** Where messages may be sent. */
export function communicationRoutes(routes: BackendRoutes, change: ChangeSettings): void {
  routes.get('/v1/instance/communication', { ...options, summary: 'Get the countries that are sent nothing' }, async (ctx) => resource(ctx.instance));

  const update = { ...options, summary: 'Set the countries that are sent nothing', body: UpdateCommunicationParams };
  routes.patch('/v1/instance/communication', update, async (ctx, { body: { blocked_country_codes: codes } }) => {
    // Codes of no country are dropped, as documented; without a list nothing changes.
    if (!codes) return resource(ctx.instance);
    return resource(await change(ctx, { communication: { blocked_country_codes: codes.filter((code) => isSupportedCountry(code)) } }));
  });
}

function resource({ settings }: Instance): InstanceCommunicationResource {
  return { object: 'instance_communication', blocked_country_codes: settings.communication.blocked_country_codes };
}
