import { Environment } from '@foyer/protocol/schemas/resources/environment';
import { AccountPortal } from '@foyer/protocol/schemas/resources/service';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { FrontendRoutes } from '../../platform/http/routes.ts';
import { accountPortalResource } from './account-portal.ts';
import { environmentResource } from './resource.ts';

/** Environment routes. Development clients send PATCH, which once let the server learn their origin; both only read. */
export function environmentRoutes(routes: FrontendRoutes): void {
  const options = { tag: 'Environment', asker: 'anyone', bare: true, response: Environment } as const;
  routes.get('/v1/environment', { ...options, summary: 'Read the environment' }, readEnvironment);
  routes.patch('/v1/environment', { ...options, summary: 'Read the environment from a development browser' }, readEnvironment);

  const portal = { tag: 'Account Portal', summary: 'Read where the account portal leads', asker: 'anyone', bare: true, response: AccountPortal } as const;
  routes.get('/v1/account_portal', portal, async ({ instance, http }) => accountPortalResource(instance, http.primaryUrl));
}

async function readEnvironment({ instance, http, platform: { config, places } }: RequestContext) {
  // Phone fields begin with the prefix of the country that this names.
  const { countryCode } = places.find(http.ip);
  if (countryCode !== null) http.setHeader('x-country', countryCode);
  return environmentResource(instance, http, config);
}
