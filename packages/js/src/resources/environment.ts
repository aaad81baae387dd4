import type { EnvironmentResource as EnvironmentJSON } from '@foyer/protocol/schemas/resources/environment';
import { camelCaseKeys } from '../core/case.ts';
import type {
  AuthConfigResource, CommerceSettingsResource, DisplayConfigResource, EnvironmentResource, OrganizationSettingsResource, ProtectConfigResource,
} from '../types/environment.ts';
import { Resource, toDate } from './base.ts';
import type { ResourceHost } from './host.ts';
import { plainResource } from './plain.ts';
import { parseUserSettings } from './user-settings.ts';

/** Everything the browser must know of the instance before it can show anything. */
export class Environment extends Resource<EnvironmentJSON> implements EnvironmentResource {
  pathRoot = '/environment';
  declare authConfig: AuthConfigResource;
  declare displayConfig: DisplayConfigResource;
  declare userSettings: EnvironmentResource['userSettings'];
  declare organizationSettings: OrganizationSettingsResource;
  declare commerceSettings: CommerceSettingsResource;
  declare protectConfig: ProtectConfigResource;
  declare apiKeysSettings: EnvironmentResource['apiKeysSettings'];
  maintenanceMode = false;
  clientDebugMode = false;
  /** The answer as it came, to be kept for a start without network. */
  json: EnvironmentJSON;

  constructor(host: ResourceHost, json: EnvironmentJSON) {
    super(host);
    this.json = json;
    this.fromJSON(json);
  }

  fromJSON(json: EnvironmentJSON | null): this {
    if (!json) return this;
    this.json = json;
    this.authConfig = plainResource({
      ...(camelCaseKeys({ preferred_channels: null, ...json.auth_config }) as AuthConfigResource),
      claimedAt: toDate(json.auth_config.claimed_at),
    });
    this.displayConfig = plainResource({
      ...(camelCaseKeys(json.display_config) as DisplayConfigResource),
      showDevModeWarning: json.display_config.show_devmode_warning,
      clerkJSVersion: json.display_config.clerk_js_version ?? undefined,
      captchaWidgetType: json.display_config.captcha_widget_type ?? null,
    });
    this.userSettings = parseUserSettings(json.user_settings);
    this.organizationSettings = plainResource(camelCaseKeys(json.organization_settings) as OrganizationSettingsResource);
    this.commerceSettings = plainResource(camelCaseKeys(json.commerce_settings) as CommerceSettingsResource);
    this.apiKeysSettings = plainResource(json.api_keys_settings);
    this.protectConfig = plainResource({ id: '', loaders: (json.protect_config?.loaders ?? []) as ProtectConfigResource['loaders'] });
    this.maintenanceMode = json.maintenance_mode;
    this.clientDebugMode = json.client_debug_mode;
    return this;
  }

  /** Whether a browser holds one session at most. */
  isSingleSession(): boolean {
    return this.authConfig.singleSessionMode;
  }

  isProduction(): boolean {
    return this.displayConfig.instanceEnvironmentType === 'production';
  }

  isDevelopmentOrStaging(): boolean {
    return !this.isProduction();
  }

  /** Whether this page is the account portal. */
  onWindowLocationHost(): boolean {
    return new URL(this.displayConfig.signInUrl, window.location.href).host === window.location.host;
  }
}
