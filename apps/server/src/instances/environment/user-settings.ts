import type { Settings } from '../settings/schema.ts';

interface AttributeResource {
  enabled: boolean;
  required: boolean;
  used_for_first_factor: boolean;
  first_factors: string[];
  used_for_second_factor: boolean;
  second_factors: string[];
  verifications: string[];
  verify_at_sign_up: boolean;
  immutable: boolean;
}

const PLAIN: AttributeResource = {
  enabled: false,
  required: false,
  used_for_first_factor: false,
  first_factors: [],
  used_for_second_factor: false,
  second_factors: [],
  verifications: [],
  verify_at_sign_up: false,
  immutable: false,
};

/** The rules about people's data and proofs, in the form in which the components read them. */
export function userSettings(settings: Settings) {
  const protection = settings.attack_protection;
  return {
    attributes: attributes(settings),
    social: {},
    saml: { enabled: false },
    enterprise_sso: { enabled: false, self_serve_sso: false },
    sign_in: { second_factor: { required: settings.sign_in.second_factor_required } },
    sign_up: {
      captcha_enabled: settings.sign_up.captcha_enabled,
      captcha_widget_type: settings.sign_up.captcha_widget_type,
      custom_action_required: false,
      progressive: settings.sign_up.progressive,
      mode: settings.sign_up.mode,
      legal_consent_enabled: settings.sign_up.legal_consent_enabled,
    },
    restrictions: {
      allowlist: { enabled: settings.restrictions.allowlist_enabled },
      blocklist: { enabled: settings.restrictions.blocklist_enabled },
      allowlist_blocklist_disabled_on_sign_in: { enabled: settings.restrictions.allowlist_blocklist_disabled_on_sign_in },
      block_email_subaddresses: { enabled: settings.restrictions.block_email_subaddresses },
      block_disposable_email_domains: { enabled: settings.restrictions.block_disposable_email_domains },
    },
    password_settings: { ...settings.password, disable_password_reverification: false, allowed_special_characters: '' },
    username_settings: settings.username,
    actions: { ...settings.actions, create_organizations_limit: null },
    attack_protection: {
      user_lockout: {
        enabled: protection.lockout_enabled,
        max_attempts: protection.lockout_max_attempts,
        duration_in_minutes: protection.lockout_duration_in_minutes ?? 0,
      },
      pii: { enabled: true },
      email_link: { require_same_client: protection.email_link_require_same_client },
      enumeration_protection: { enabled: protection.enumeration_protection },
    },
    passkey_settings: settings.passkey,
  };
}

function attributes({ attributes: a }: Settings): Record<string, AttributeResource> {
  return {
    email_address: {
      ...PLAIN,
      enabled: a.email_address.enabled,
      required: a.email_address.required,
      used_for_first_factor: a.email_address.used_for_first_factor,
      first_factors: a.email_address.used_for_first_factor ? a.email_address.first_factors : [],
      verifications: a.email_address.verifications,
      verify_at_sign_up: a.email_address.verify_at_sign_up,
    },
    phone_number: {
      ...PLAIN,
      enabled: a.phone_number.enabled,
      required: a.phone_number.required,
      used_for_first_factor: a.phone_number.used_for_first_factor,
      first_factors: a.phone_number.used_for_first_factor ? a.phone_number.first_factors : [],
      used_for_second_factor: a.phone_number.used_for_second_factor,
      second_factors: a.phone_number.used_for_second_factor ? ['phone_code'] : [],
      verifications: a.phone_number.enabled ? ['phone_code'] : [],
      verify_at_sign_up: a.phone_number.verify_at_sign_up,
    },
    username: { ...PLAIN, ...a.username },
    web3_wallet: {
      ...PLAIN,
      enabled: a.web3_wallet.enabled,
      used_for_first_factor: a.web3_wallet.enabled,
      first_factors: a.web3_wallet.first_factors,
      verifications: a.web3_wallet.first_factors,
    },
    first_name: { ...PLAIN, ...a.first_name },
    last_name: { ...PLAIN, ...a.last_name },
    password: { ...PLAIN, ...a.password },
    authenticator_app: secondFactor(a.authenticator_app.enabled, 'totp'),
    ticket: { ...PLAIN, enabled: true },
    backup_code: secondFactor(a.backup_code.enabled, 'backup_code'),
    passkey: {
      ...PLAIN,
      enabled: a.passkey.enabled,
      used_for_first_factor: a.passkey.enabled,
      first_factors: a.passkey.enabled ? ['passkey'] : [],
      verifications: a.passkey.enabled ? ['passkey'] : [],
    },
  };
}

function secondFactor(enabled: boolean, strategy: string): AttributeResource {
  return { ...PLAIN, enabled, used_for_second_factor: enabled, second_factors: enabled ? [strategy] : [] };
}
