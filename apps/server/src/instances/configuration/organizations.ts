import { apiError } from '@foyer/protocol/errors';
import { ENROLLMENT_MODES, InstanceOrganizationSettings, type InstanceOrganizationSettingsResource } from '@foyer/protocol/schemas/backend/instance';
import { UpdateOrganizationSettingsParams } from '@foyer/protocol/schemas/requests/instance';
import type { Instance } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { given, type ChangeSettings } from './change.ts';

const options = { tag: 'Instance Settings', response: InstanceOrganizationSettings };
const PATH = '/v1/instance/organization_settings';

/** Custom roles of an instance, and email domains of an organization, at most. */
const MAX_ROLES = 10;
const MAX_DOMAINS = 10;

/** What organizations may do. */
export function organizationSettingsRoutes(routes: BackendRoutes, change: ChangeSettings): void {
  routes.get(PATH, { ...options, summary: 'Get the settings of organizations' }, async (ctx) => resource(ctx.instance));

  routes.patch(PATH, { ...options, summary: 'Change the settings of organizations', body: UpdateOrganizationSettingsParams }, async (ctx, { body }) => {
    const { creator_role_id: creatorRole, domains_default_role_id: domainsRole, domains_enrollment_modes: modes, ...others } = body;
    // Roles are known by their key so far: there is none with an id.
    if (creatorRole) throw apiError('form_resource_not_found', { param: 'creator_role_id' });
    if (domainsRole) throw apiError('form_resource_not_found', { param: 'domains_default_role_id' });
    return resource(await change(ctx, { organizations: given({ ...others, domains_enrollment_modes: modes && requireModes(modes) }) }));
  });
}

function requireModes(modes: readonly string[]) {
  const known = ENROLLMENT_MODES.filter((mode) => modes.includes(mode));
  if (known.length !== new Set(modes).size) throw apiError('form_param_value_invalid', { param: 'domains_enrollment_modes' });
  return known;
}

function resource({ settings: { organizations } }: Instance): InstanceOrganizationSettingsResource {
  return { object: 'organization_settings', ...organizations, max_allowed_roles: MAX_ROLES, max_allowed_domains: MAX_DOMAINS };
}
