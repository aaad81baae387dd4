import { billingSettingsAt } from '@foyer/protocol/schemas/version-differences';
import type { Config } from '../../platform/config.ts';
import type { Instance } from '../../platform/context.ts';
import type { HttpFacts } from '../../platform/http/facts.ts';
import type { Settings } from '../settings/schema.ts';
import { authConfig } from './auth-config.ts';
import { captchaConfig, captchaLoaders } from './captcha.ts';
import { displayConfig } from './display-config.ts';
import { userSettings } from './user-settings.ts';

/**
 * The environment of an instance as its clients see it: everything they need to draw forms and to
 * know the rules, and nothing secret. Derived from the settings document and the configuration alone.
 *
 * @param http where the Frontend API is reached by the caller, and on the primary domain, where the account portal is; and the version that is asked for
 */
export function environmentResource(instance: Instance, { baseUrl, primaryUrl, apiVersion }: Pick<HttpFacts, 'baseUrl' | 'primaryUrl' | 'apiVersion'>, config: Config) {
  const { settings } = instance;
  return {
    auth_config: authConfig(instance),
    display_config: { ...displayConfig(instance, primaryUrl), ...captchaConfig(settings, config) },
    user_settings: userSettings(settings),
    organization_settings: organizationSettings(settings),
    fraud_settings: { object: 'fraud_settings', native: { device_attestation_mode: 'disabled' } },
    commerce_settings: {
      billing: billingSettingsAt(apiVersion, {
        stripe_publishable_key: null,
        free_trial_requires_payment_method: true,
        user: { enabled: false, has_paid_plans: false },
        organization: { enabled: false, has_paid_plans: false },
      }),
    },
    api_keys_settings: { enabled: false, user_api_keys_enabled: false, orgs_api_keys_enabled: false },
    protect_config: { loaders: captchaLoaders(settings, config, baseUrl) },
    client_debug_mode: false,
    partitioned_cookies: false,
    maintenance_mode: false,
  };
}

function organizationSettings({ organizations }: Settings) {
  return {
    enabled: organizations.enabled,
    max_allowed_memberships: organizations.max_allowed_memberships,
    force_organization_selection: organizations.force_organization_selection,
    actions: { admin_delete: organizations.admin_delete_enabled },
    domains: {
      enabled: organizations.domains_enabled,
      enrollment_modes: organizations.domains_enabled ? organizations.domains_enrollment_modes : [],
      default_role: organizations.domains_default_role,
    },
    slug: { disabled: organizations.slug_disabled },
    creator_role: organizations.creator_role,
  };
}
