/** Answers about the service itself. */
import { type Static, Type } from 'typebox';
import { Flag, kind, nullable, NullableText, oneOf, part, resource, Text, variants } from '../parts.ts';

export const Health = resource('Health', { status: kind('healthy') });

/** SDKs read `id`; `token` is the same text. */
export const DevBrowser = resource('DevBrowser', { id: Text, token: Text });
export type DevBrowserResource = Static<typeof DevBrowser>;

export const AccountPortal = resource('AccountPortal', {
  object: kind('account_portal'),
  allowed: Flag,
  enabled: Flag,
  internal_linking: Flag,
  after_sign_in_url: Text,
  after_sign_up_url: Text,
  after_join_waitlist_url: Text,
  after_create_organization_url: Text,
  after_leave_organization_url: Text,
  logo_link_url: Text,
  customization: part({
    appearance: nullable(oneOf(['auto', 'dark', 'light'])),
    background_color_dark: NullableText,
    background_color_light: NullableText,
    primary_color_dark: NullableText,
    primary_color_light: NullableText,
  }),
});
export type AccountPortalResource = Static<typeof AccountPortal>;

export const WebAuthnOrigins = resource('WebAuthnOrigins', { origins: Type.Array(Text) });

/** What a proxy passes on, or what is wrong with it. */
export const ProxyHealth = variants([
  part({ status: kind('healthy'), x_forwarded_for: Text }),
  part({ status: kind('unhealthy'), message: Text }),
]);
export type ProxyHealthResource = Static<typeof ProxyHealth>;
