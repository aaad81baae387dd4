/** Parameters that change how an instance is set up. `null` and absent both leave a value as it is. */
import { type Static, Type } from 'typebox';
import { nullable, oneOf, Text, Texts } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeText } from './parts.ts';

export const UpdateInstanceParams = bodyParams('UpdateInstanceParams', {
  test_mode: MaybeFlag,
  hibp: MaybeFlag,
  support_email: MaybeText,
  clerk_js_version: MaybeText,
  development_origin: MaybeText,
  allowed_origins: Type.Optional(nullable(Texts)),
  cookieless_dev: MaybeFlag,
  url_based_session_syncing: MaybeFlag,
  preferred_sign_in_strategy_when_password_required: Type.Optional(nullable(oneOf(['password', 'otp', '']))),
});
export type UpdateInstanceParams = Static<typeof UpdateInstanceParams>;

export const UpdateRestrictionsParams = bodyParams('UpdateInstanceRestrictionsParams', {
  allowlist: MaybeFlag,
  blocklist: MaybeFlag,
  allowlist_blocklist_disabled_on_sign_in: MaybeFlag,
  block_email_subaddresses: MaybeFlag,
  block_disposable_email_domains: MaybeFlag,
  ignore_dots_for_gmail_addresses: MaybeFlag,
});
export type UpdateRestrictionsParams = Static<typeof UpdateRestrictionsParams>;

export const UpdateInstanceSettingsParams = bodyParams('UpdateInstanceSettingsParams', {
  restricted_to_allowlist: MaybeFlag,
  from_email_address: MaybeText,
  progressive_sign_up: MaybeFlag,
  test_mode: MaybeFlag,
});
export type UpdateInstanceSettingsParams = Static<typeof UpdateInstanceSettingsParams>;

const CountryCode = Type.String({ pattern: '^[A-Z]{2}$' });

export const UpdateCommunicationParams = bodyParams('UpdateInstanceCommunicationParams', {
  blocked_country_codes: Type.Optional(nullable(Type.Array(CountryCode, { maxItems: 250, uniqueItems: true }))),
});
export type UpdateCommunicationParams = Static<typeof UpdateCommunicationParams>;

export const UpdateProtectParams = bodyParams('UpdateInstanceProtectParams', { rules_enabled: MaybeFlag, specter_enabled: MaybeFlag });
export type UpdateProtectParams = Static<typeof UpdateProtectParams>;

export const UpdateOrganizationSettingsParams = bodyParams('UpdateInstanceOrganizationSettingsParams', {
  enabled: MaybeFlag,
  max_allowed_memberships: Type.Optional(nullable(Type.Integer())),
  force_organization_selection: MaybeFlag,
  admin_delete_enabled: MaybeFlag,
  domains_enabled: MaybeFlag,
  slug_disabled: MaybeFlag,
  domains_enrollment_modes: Type.Optional(Texts),
  creator_role_id: MaybeText,
  domains_default_role_id: MaybeText,
});
export type UpdateOrganizationSettingsParams = Static<typeof UpdateOrganizationSettingsParams>;

export const UpdateOAuthApplicationSettingsParams = bodyParams('UpdateOAuthApplicationSettingsParams', {
  dynamic_oauth_client_registration: MaybeFlag,
  default_scopes: Type.Optional(nullable(Type.Array(Text, { uniqueItems: true }))),
  oauth_jwt_access_tokens: MaybeFlag,
  client_id_metadata_documents_advertised: MaybeFlag,
  client_id_metadata_documents_only_allow_pre_registered_clients: MaybeFlag,
  client_id_metadata_documents_block_implicitly_allowed_clients: MaybeFlag,
});
export type UpdateOAuthApplicationSettingsParams = Static<typeof UpdateOAuthApplicationSettingsParams>;

export const ChangeDomainParams = bodyParams('ChangeDomainParams', { home_url: Type.Optional(Text), is_secondary: Type.Optional(Type.Boolean()) });
export type ChangeDomainParams = Static<typeof ChangeDomainParams>;
