/** How an instance is set up, as servers see it. */
import { type Static, Type } from 'typebox';
import { Count, Flag, kind, nullable, NullableText, oneOf, resource, Text, Texts } from '../parts.ts';

export const Instance = resource('Instance', {
  object: kind('instance'),
  id: Text,
  environment_type: Text,
  allowed_origins: nullable(Texts),
  workspace_id: NullableText,
});
export type InstanceResource = Static<typeof Instance>;

export const InstanceRestrictions = resource('InstanceRestrictions', {
  object: kind('instance_restrictions'),
  allowlist: Flag,
  blocklist: Flag,
  allowlist_blocklist_disabled_on_sign_in: Flag,
  block_email_subaddresses: Flag,
  block_disposable_email_domains: Flag,
  ignore_dots_for_gmail_addresses: Flag,
});
export type InstanceRestrictionsResource = Static<typeof InstanceRestrictions>;

export const InstanceSettings = resource('InstanceSettings', {
  object: kind('instance_settings'),
  id: Text,
  restricted_to_allowlist: Flag,
  from_email_address: Text,
  progressive_sign_up: Flag,
  enhanced_email_deliverability: Flag,
});
export type InstanceSettingsResource = Static<typeof InstanceSettings>;

export const InstanceCommunication = resource('InstanceCommunication', { object: kind('instance_communication'), blocked_country_codes: Texts });
export type InstanceCommunicationResource = Static<typeof InstanceCommunication>;

export const InstanceProtect = resource('InstanceProtect', {
  object: kind('instance_protect'),
  rules_enabled: Flag,
  specter_enabled: Flag,
  checks_bypassed: Flag,
});
export type InstanceProtectResource = Static<typeof InstanceProtect>;

export const ENROLLMENT_MODES = ['manual_invitation', 'automatic_invitation', 'automatic_suggestion'] as const;

export const InstanceOrganizationSettings = resource('InstanceOrganizationSettings', {
  object: kind('organization_settings'),
  enabled: Flag,
  max_allowed_memberships: Count,
  force_organization_selection: Flag,
  max_allowed_roles: Count,
  max_allowed_domains: Count,
  creator_role: Text,
  admin_delete_enabled: Flag,
  domains_enabled: Flag,
  slug_disabled: Flag,
  domains_enrollment_modes: Type.Array(oneOf(ENROLLMENT_MODES)),
  domains_default_role: Text,
});
export type InstanceOrganizationSettingsResource = Static<typeof InstanceOrganizationSettings>;

export const OAuthApplicationSettings = resource('OAuthApplicationSettings', {
  object: kind('oauth_application_settings'),
  dynamic_oauth_client_registration: Flag,
  default_scopes: nullable(Type.Array(Text, { uniqueItems: true })),
  oauth_jwt_access_tokens: Flag,
  client_id_metadata_documents_advertised: Flag,
  client_id_metadata_documents_only_allow_pre_registered_clients: Flag,
  client_id_metadata_documents_block_implicitly_allowed_clients: Flag,
});
export type OAuthApplicationSettingsResource = Static<typeof OAuthApplicationSettings>;
