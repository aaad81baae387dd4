import type { ShownError } from '../localization/errors.ts';

/** Errors of a provider's round trip that are worth showing as they are (protocol §20); others say little to a person. */
const tellable = new Set([
  'not_allowed_to_sign_up',
  'oauth_access_denied',
  'not_allowed_access',
  'saml_user_attribute_missing',
  'oauth_email_domain_reserved_by_saml',
  'enterprise_sso_user_attribute_missing',
  'enterprise_sso_email_address_domain_mismatch',
  'enterprise_sso_hosted_domain_mismatch',
  'saml_email_address_domain_mismatch',
  'organization_membership_quota_exceeded_for_sso',
  'device_blocked',
  'action_blocked',
  'signup_rate_limit_exceeded',
  'user_banned',
  'sign_up_mode_restricted',
  'sign_up_restricted_waitlist',
]);

/** The error to show for one left behind by a redirect. */
export const shownAfterRedirect = (error: ShownError): ShownError =>
  tellable.has(error.code) ? error : { code: 'foyer_redirect_failed', message: error.message };
