import { type Static, Type } from 'typebox';
import { SIGN_UP_MODES } from '../../statuses.ts';
import { Count, Flag, nullable, NullableCount, NullableText, oneOf, part, resource, Text, Texts } from '../parts.ts';

export const UserSettingsAttribute = resource('UserSettingsAttribute', {
  enabled: Flag,
  required: Flag,
  used_for_first_factor: Flag,
  first_factors: Texts,
  used_for_second_factor: Flag,
  second_factors: Texts,
  verifications: Texts,
  verify_at_sign_up: Flag,
  immutable: Flag,
});
export type UserSettingsAttributeResource = Static<typeof UserSettingsAttribute>;

export const UserSettingsSocial = resource('UserSettingsSocial', {
  enabled: Flag,
  required: Flag,
  authenticatable: Flag,
  block_email_subaddresses: Flag,
  strategy: Text,
  not_selectable: Flag,
  deprecated: Flag,
  name: Type.Optional(Text),
  logo_url: Type.Optional(NullableText),
});
export type UserSettingsSocialResource = Static<typeof UserSettingsSocial>;

const EnterpriseSso = resource('UserSettingsEnterpriseSso', { enabled: Flag, self_serve_sso: Type.Optional(Flag) });
const Switch = part({ enabled: Flag });

export const UserSettings = resource('UserSettings', {
  attributes: resource('UserSettingsAttributes', {
    email_address: UserSettingsAttribute,
    phone_number: UserSettingsAttribute,
    username: UserSettingsAttribute,
    web3_wallet: UserSettingsAttribute,
    first_name: UserSettingsAttribute,
    last_name: UserSettingsAttribute,
    password: UserSettingsAttribute,
    authenticator_app: UserSettingsAttribute,
    ticket: UserSettingsAttribute,
    backup_code: UserSettingsAttribute,
    passkey: UserSettingsAttribute,
  }),
  social: Type.Record(Type.String({ pattern: '^oauth_[a-z0-9_]+$' }), UserSettingsSocial),
  saml: EnterpriseSso,
  enterprise_sso: EnterpriseSso,
  sign_in: part({ second_factor: part({ required: Flag }) }),
  sign_up: part({
    captcha_enabled: Flag,
    captcha_widget_type: oneOf(['smart', 'invisible']),
    custom_action_required: Flag,
    progressive: Flag,
    mode: oneOf(SIGN_UP_MODES),
    legal_consent_enabled: Flag,
  }),
  restrictions: part({
    allowlist: Switch,
    blocklist: Switch,
    allowlist_blocklist_disabled_on_sign_in: Switch,
    block_email_subaddresses: Switch,
    block_disposable_email_domains: Switch,
  }),
  password_settings: resource('PasswordSettings', {
    disable_hibp: Flag,
    disable_password_reverification: Flag,
    min_length: Count,
    max_length: Count,
    require_special_char: Flag,
    require_numbers: Flag,
    require_uppercase: Flag,
    require_lowercase: Flag,
    show_zxcvbn: Flag,
    min_zxcvbn_strength: Type.Integer({ minimum: 0, maximum: 4 }),
    enforce_hibp_on_sign_in: Flag,
    allowed_special_characters: Text,
  }),
  username_settings: resource('UsernameSettings', {
    min_length: NullableCount,
    max_length: NullableCount,
    allow_extended_special_characters: Flag,
    allow_numeric_usernames: Flag,
  }),
  actions: part({ delete_self: Flag, create_organization: Flag, create_organizations_limit: nullable(Flag) }),
  attack_protection: part({
    user_lockout: part({ enabled: Flag, max_attempts: Count, duration_in_minutes: Count }),
    pii: Switch,
    email_link: part({ require_same_client: Flag }),
    enumeration_protection: Switch,
  }),
  passkey_settings: part({ allow_autofill: Flag, show_sign_in_button: Flag, satisfies_second_factor: Flag }),
});
export type UserSettingsResource = Static<typeof UserSettings>;
