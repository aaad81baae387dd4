import { apiError } from '@foyer/protocol/errors';
import { parse } from 'tldts';
import type { Instance } from '../../platform/context.ts';

/** What stands before a domain in the host of its Frontend API, and of its account portal. */
const FAPI = 'clerk';
export const PORTAL = 'accounts';

const HOST_WITH_PORT = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/;

/** Host of the Frontend API of a domain. */
export function fapiHostOf(name: string): string {
  return `${FAPI}.${name}`;
}

/** The domain whose Frontend API has this host; `undefined` for hosts that are named otherwise. */
export function nameOfFapiHost(host: string): string | undefined {
  return host.startsWith(`${FAPI}.`) ? host.slice(FAPI.length + 1) : undefined;
}

/** The primary domain of an instance: in production without what stands before it in its Frontend API host. */
export function primaryName({ environmentType, fapiHost }: Instance): string {
  return environmentType === 'production' && fapiHost.startsWith(`${FAPI}.`) ? fapiHost.slice(FAPI.length + 1) : fapiHost;
}

/**
 * Checks the name of a domain. In development any host will do, also with a port; in production it is
 * a name that one can own.
 *
 * @throws `form_param_nil`, `form_param_format_invalid`, `known_hosting_domain`
 */
export function requireName({ environmentType }: Instance, text: string, param = 'name'): string {
  const name = text.trim().toLowerCase();
  if (name === '') throw apiError('form_param_nil', { param });
  if (!HOST_WITH_PORT.test(name)) throw apiError('form_param_format_invalid', { param, longMessage: 'This is not a host name, such as example.com. Leave out https:// and paths.' });
  if (environmentType === 'production') requireOwnable(name, param);
  return name;
}

/**
 * The domain on which an application at this address is: the registrable one, or with its subdomain
 * for a second application beside another.
 *
 * @throws `form_param_format_invalid`, `known_hosting_domain`
 */
export function nameOfHome(homeUrl: string, isSecondary: boolean): { name: string; homeUrl: string } {
  const text = /^https?:\/\//i.test(homeUrl) ? homeUrl : `https://${homeUrl}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.port !== '' || url.username !== '' || url.password !== '') throw apiError('form_param_format_invalid', { param: 'home_url' });
  const domain = requireOwnable(url.hostname, 'home_url');
  return { name: isSecondary ? url.hostname : domain, homeUrl: `https://${url.hostname}` };
}

/** The registrable domain of a host that somebody other than a hosting provider owns. */
function requireOwnable(host: string, param: string): string {
  const { domain, isPrivate, isIcann } = parse(host, { allowPrivateDomains: true });
  if (isPrivate) throw apiError('known_hosting_domain', { param });
  if (!domain || !isIcann || host.includes(':')) throw apiError('form_param_format_invalid', { param, longMessage: 'This is not a domain that can be reached on the internet, such as example.com.' });
  return domain;
}
