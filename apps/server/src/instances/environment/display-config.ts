import type { Instance } from '../../platform/context.ts';

/** What components show and where they send people. Pages that are not set are those of the account portal. */
export function displayConfig(instance: Instance, baseUrl: string) {
  const { display, paths, google_one_tap: oneTap } = instance.settings;
  const portal = `${baseUrl}/portal`;
  const home = paths.home_url ?? '';
  return {
    object: 'display_config' as const,
    id: `display_config_${instance.id.replace(/^ins_/, '')}`,
    instance_environment_type: instance.environmentType,
    application_name: display.application_name,
    theme: {},
    preferred_sign_in_strategy: display.preferred_sign_in_strategy,
    logo_image_url: display.logo_url,
    favicon_image_url: display.favicon_url,
    home_url: home,
    sign_in_url: paths.sign_in_url ?? `${portal}/sign-in`,
    sign_up_url: paths.sign_up_url ?? `${portal}/sign-up`,
    user_profile_url: `${portal}/user`,
    waitlist_url: `${portal}/waitlist`,
    oauth_consent_url: `${portal}/oauth-consent`,
    after_sign_in_url: paths.after_sign_in_url ?? home,
    after_sign_up_url: paths.after_sign_up_url ?? home,
    after_sign_out_one_url: paths.after_sign_out_one_url ?? `${portal}/sign-in/choose`,
    after_sign_out_all_url: paths.after_sign_out_all_url ?? `${portal}/sign-in`,
    after_switch_session_url: home,
    after_join_waitlist_url: home,
    organization_profile_url: `${portal}/organization`,
    create_organization_url: `${portal}/create-organization`,
    after_leave_organization_url: home,
    after_create_organization_url: home,
    logo_link_url: home,
    support_email: display.support_email,
    branded: display.branded,
    experimental_force_oauth_first: false,
    clerk_js_version: instance.settings.clerk_js_version,
    show_devmode_warning: instance.environmentType === 'development',
    google_one_tap_client_id: oneTap.enabled ? (oneTap.client_ids[0] ?? null) : null,
    help_url: display.help_url,
    privacy_policy_url: display.privacy_policy_url,
    terms_url: display.terms_url,
    logo_url: display.logo_url,
    favicon_url: display.favicon_url,
    logo_image: null,
    favicon_image: null,
  };
}
