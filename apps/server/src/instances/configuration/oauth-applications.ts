import { OAuthApplicationSettings, type OAuthApplicationSettingsResource } from '@foyer/protocol/schemas/backend/instance';
import { UpdateOAuthApplicationSettingsParams } from '@foyer/protocol/schemas/requests/instance';
import type { Instance } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { given, type ChangeSettings } from './change.ts';

const options = { tag: 'Instance Settings', response: OAuthApplicationSettings };
const PATH = '/v1/instance/oauth_application_settings';

/** How other applications sign people in by this instance. */
export function oauthApplicationSettingsRoutes(routes: BackendRoutes, change: ChangeSettings): void {
  routes.get(PATH, { ...options, summary: 'Get the settings of OAuth applications' }, async (ctx) => resource(ctx.instance));

  routes.patch(PATH, { ...options, summary: 'Change the settings of OAuth applications', body: UpdateOAuthApplicationSettingsParams }, async (ctx, { body }) => {
    const { default_scopes: scopes, dynamic_oauth_client_registration: registration, oauth_jwt_access_tokens: jwt, ...others } = body;
    const changes = given({ dynamic_client_registration: registration, jwt_access_tokens: jwt, ...others });
    return resource(await change(ctx, { oauth_applications: { ...changes, ...(scopes === undefined ? {} : { default_scopes: scopes }) } }));
  });
}

function resource({ settings }: Instance): OAuthApplicationSettingsResource {
  const { dynamic_client_registration: registration, jwt_access_tokens: jwt, ...others } = settings.oauth_applications;
  return { object: 'oauth_application_settings', dynamic_oauth_client_registration: registration, oauth_jwt_access_tokens: jwt, ...others };
}
