import { type Static, Type } from 'typebox';
import { Flag, kind, NullableTimestamp, oneOf, resource, Text, Texts } from '../parts.ts';

const Requirement = oneOf(['on', 'off', 'required']);

export const NativeSettings = resource('NativeSettings', {
  object: kind('native_settings'),
  api_enabled: Flag,
  trusted_device_sign_in_enabled: Flag,
  trusted_device_enrollment_prompt_after_sign_in_enabled: Flag,
  trusted_device_enrollment_prompt_after_sign_up_enabled: Flag,
});

/** How people identify themselves and how sessions behave. */
export const AuthConfig = resource('AuthConfig', {
  object: kind('auth_config'),
  id: Text,
  first_name: Requirement,
  last_name: Requirement,
  email_address: Requirement,
  phone_number: Requirement,
  username: Requirement,
  password: Requirement,
  identification_requirements: Type.Array(Texts),
  identification_strategies: Texts,
  first_factors: Texts,
  second_factors: Texts,
  email_address_verification_strategies: Texts,
  single_session_mode: Flag,
  enhanced_email_deliverability: Flag,
  test_mode: Flag,
  cookieless_dev: Type.Optional(Flag),
  url_based_session_syncing: Flag,
  claimed_at: NullableTimestamp,
  reverification: Flag,
  native_settings: NativeSettings,
});
export type AuthConfigResource = Static<typeof AuthConfig>;
