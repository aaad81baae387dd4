import type { AccountPortalResource } from '@foyer/protocol/schemas/resources/service';
import type { Instance } from '../../platform/context.ts';
import { displayConfig } from './display-config.ts';

/** The hosted pages, which every instance has. They follow the person's system, and their looks are those of the components. */
export function accountPortalResource(instance: Instance, baseUrl: string): AccountPortalResource {
  const shown = displayConfig(instance, baseUrl);
  return {
    object: 'account_portal',
    allowed: true,
    enabled: true,
    internal_linking: true,
    after_sign_in_url: shown.after_sign_in_url,
    after_sign_up_url: shown.after_sign_up_url,
    after_join_waitlist_url: shown.after_join_waitlist_url,
    after_create_organization_url: shown.after_create_organization_url,
    after_leave_organization_url: shown.after_leave_organization_url,
    logo_link_url: shown.logo_link_url,
    customization: { appearance: 'auto', background_color_dark: null, background_color_light: null, primary_color_dark: null, primary_color_light: null },
  };
}
