import type { Instance } from '../../platform/context.ts';
import type { Settings } from '../settings/schema.ts';

type Requirement = 'on' | 'off' | 'required';

/** The older summary of the sign-in rules; newer clients read `user_settings`. */
export function authConfig(instance: Instance) {
  const { settings } = instance;
  const { attributes } = settings;
  return {
    object: 'auth_config' as const,
    id: `aac_${instance.id.replace(/^ins_/, '')}`,
    first_name: requirement(attributes.first_name),
    last_name: requirement(attributes.last_name),
    email_address: requirement(attributes.email_address),
    phone_number: requirement(attributes.phone_number),
    username: requirement(attributes.username),
    password: requirement(attributes.password),
    identification_requirements: identificationRequirements(settings),
    identification_strategies: identificationStrategies(settings),
    first_factors: firstFactors(settings),
    second_factors: secondFactors(settings),
    email_address_verification_strategies: attributes.email_address.verifications,
    single_session_mode: settings.session.single_session_mode,
    enhanced_email_deliverability: false,
    test_mode: testModeOn(instance),
    cookieless_dev: urlBasedSessions(instance),
    url_based_session_syncing: urlBasedSessions(instance),
    claimed_at: null,
    reverification: settings.attack_protection.reverification,
    native_settings: {
      object: 'native_settings' as const,
      api_enabled: settings.native_api_enabled,
      trusted_device_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_in_enabled: false,
      trusted_device_enrollment_prompt_after_sign_up_enabled: false,
    },
  };
}

function urlBasedSessions({ environmentType, settings }: Instance): boolean {
  return environmentType === 'development' && settings.url_based_session_syncing;
}

/** Whether test identities work: in development unless switched off there, in production only where switched on (testing/test-emails-and-phones). */
export function testModeOn({ environmentType, settings }: Instance): boolean {
  return environmentType === 'development' ? settings.test_mode : settings.test_mode_in_production;
}

function requirement(attribute: { enabled: boolean; required: boolean }): Requirement {
  if (!attribute.enabled) return 'off';
  return attribute.required ? 'required' : 'on';
}

const IDENTIFIERS = ['email_address', 'phone_number', 'username'] as const;

/** Each inner list holds alternatives, one of which is needed. */
function identificationRequirements({ attributes }: Settings): string[][] {
  return IDENTIFIERS.filter((name) => attributes[name].enabled && attributes[name].required).map((name) => [name]);
}

function identificationStrategies({ attributes }: Settings): string[] {
  return IDENTIFIERS.filter((name) => attributes[name].enabled && attributes[name].used_for_first_factor);
}

function firstFactors({ attributes }: Settings): string[] {
  const factors: string[] = ['ticket'];
  if (attributes.password.enabled) factors.push('password');
  if (attributes.email_address.enabled && attributes.email_address.used_for_first_factor) factors.push(...attributes.email_address.first_factors);
  if (attributes.phone_number.enabled && attributes.phone_number.used_for_first_factor) factors.push(...attributes.phone_number.first_factors);
  if (attributes.passkey.enabled) factors.push('passkey');
  if (attributes.web3_wallet.enabled) factors.push(...attributes.web3_wallet.first_factors);
  return factors;
}

function secondFactors({ attributes }: Settings): string[] {
  const factors: string[] = [];
  if (attributes.phone_number.enabled && attributes.phone_number.used_for_second_factor) factors.push('phone_code');
  if (attributes.authenticator_app.enabled) factors.push('totp');
  if (attributes.backup_code.enabled) factors.push('backup_code');
  return factors;
}
