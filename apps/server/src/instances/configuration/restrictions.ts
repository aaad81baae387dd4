import { InstanceRestrictions, InstanceSettings, type InstanceRestrictionsResource, type InstanceSettingsResource } from '@foyer/protocol/schemas/backend/instance';
import { UpdateInstanceSettingsParams, UpdateRestrictionsParams } from '@foyer/protocol/schemas/requests/instance';
import type { Instance } from '../../platform/context.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { given, type ChangeSettings } from './change.ts';
import { testModeOf } from './instance.ts';

/** Who may sign up and in. */
export function restrictionRoutes(routes: BackendRoutes, change: ChangeSettings): void {
  const restrictions = { summary: 'Change the restrictions', tag: 'Instance Settings', body: UpdateRestrictionsParams, response: InstanceRestrictions };
  routes.patch('/v1/instance/restrictions', restrictions, async (ctx, { body }) => {
    const { allowlist, blocklist, ...others } = body;
    return restrictionsResource(await change(ctx, { restrictions: given({ allowlist_enabled: allowlist, blocklist_enabled: blocklist, ...others }) }));
  });

  const beta = { summary: 'Change older settings', tag: 'Beta Features', body: UpdateInstanceSettingsParams, response: InstanceSettings };
  routes.patch('/v1/beta_features/instance_settings', beta, async (ctx, { body }) => {
    const changed = await change(ctx, {
      ...testModeOf(ctx, body.test_mode),
      restrictions: given({ allowlist_enabled: body.restricted_to_allowlist }),
      communication: given({ from_email_name: body.from_email_address }),
      sign_up: given({ progressive: body.progressive_sign_up }),
    });
    return settingsResource(changed);
  });
}

function restrictionsResource({ settings: { restrictions } }: Instance): InstanceRestrictionsResource {
  return {
    object: 'instance_restrictions',
    allowlist: restrictions.allowlist_enabled,
    blocklist: restrictions.blocklist_enabled,
    allowlist_blocklist_disabled_on_sign_in: restrictions.allowlist_blocklist_disabled_on_sign_in,
    block_email_subaddresses: restrictions.block_email_subaddresses,
    block_disposable_email_domains: restrictions.block_disposable_email_domains,
    ignore_dots_for_gmail_addresses: restrictions.ignore_dots_for_gmail_addresses,
  };
}

function settingsResource({ id, settings }: Instance): InstanceSettingsResource {
  return {
    object: 'instance_settings',
    id,
    restricted_to_allowlist: settings.restrictions.allowlist_enabled,
    from_email_address: settings.communication.from_email_name ?? 'noreply',
    progressive_sign_up: settings.sign_up.progressive,
    enhanced_email_deliverability: false,
  };
}
