import { type Static, Type } from 'typebox';
import { ENROLLMENT_MODES } from '../../statuses.ts';
import { Count, Flag, kind, NullableText, oneOf, part, resource, Text } from '../parts.ts';
import { AuthConfig } from './auth-config.ts';
import { DisplayConfig } from './display-config.ts';
import { UserSettings } from './user-settings.ts';

export const OrganizationSettings = resource('OrganizationSettings', {
  enabled: Flag,
  max_allowed_memberships: Count,
  force_organization_selection: Flag,
  actions: part({ admin_delete: Flag }),
  domains: part({ enabled: Flag, enrollment_modes: Type.Array(oneOf(ENROLLMENT_MODES)), default_role: Text }),
  slug: part({ disabled: Flag }),
  creator_role: Text,
});

export const FraudSettings = resource('FraudSettings', {
  object: kind('fraud_settings'),
  native: part({ device_attestation_mode: oneOf(['disabled', 'onboarding', 'enforced']) }),
});

const Payer = part({ enabled: Flag, has_paid_plans: Flag });

/** 2025-04-10 has three more fields; see `billingSettingsAt`. */
export const CommerceSettings = resource('CommerceSettings', {
  billing: part({
    stripe_publishable_key: NullableText,
    free_trial_requires_payment_method: Flag,
    user: Payer,
    organization: Payer,
  }),
});

export const ApiKeysSettings = resource('ApiKeysSettings', {
  enabled: Flag,
  user_api_keys_enabled: Flag,
  orgs_api_keys_enabled: Flag,
});

export const ProtectConfig = resource('ProtectConfig', {
  loaders: Type.Array(
    part({
      rollout: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
      type: Type.Optional(Text),
      target: Type.Optional(Text),
      attributes: Type.Optional(Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } })),
      textContent: Type.Optional(Text),
    }),
  ),
});

/** Everything a browser must know of an instance before it can show anything. */
export const Environment = resource('Environment', {
  auth_config: AuthConfig,
  display_config: DisplayConfig,
  user_settings: UserSettings,
  organization_settings: OrganizationSettings,
  fraud_settings: FraudSettings,
  commerce_settings: CommerceSettings,
  api_keys_settings: ApiKeysSettings,
  protect_config: ProtectConfig,
  client_debug_mode: Flag,
  partitioned_cookies: Flag,
  maintenance_mode: Flag,
});
export type EnvironmentResource = Static<typeof Environment>;
