import { getDomain } from 'tldts';
import type { Instance } from '../../platform/context.ts';

/**
 * The registrable domain (eTLD+1) of a host name, by the public suffix list with its private part:
 * `clerk.example.co.uk` → `example.co.uk`, `shop.vercel.app` → `shop.vercel.app`. `null` where there
 * is none: IP addresses, `localhost`, a public suffix itself.
 */
export function registrableDomain(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}

/** Whether `hostname` is `domain` or lies under it. */
export function isWithin(hostname: string, domain: string): boolean {
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

/** Whether a URL belongs to an instance: on its domain, its home page's origin, or one that was allowed. */
export function isOwnUrl(instance: Instance, url: URL, reached: { baseUrl: string; secure: boolean; satellite?: string | undefined }): boolean {
  const { allowed_origins: allowed, paths } = instance.settings;
  if (allowed.some((origin) => normaliseOrigin(origin) === originOf(url))) return true;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  // Whoever can answer on plain http in someone's network must not speak for a site that is on https.
  if (url.protocol === 'http:' && reached.secure) return false;
  if (url.host === new URL(reached.baseUrl).host) return true;
  if (paths.home_url !== null && URL.canParse(paths.home_url) && originOf(new URL(paths.home_url)) === originOf(url)) return true;
  if (reached.satellite !== undefined && isWithin(url.hostname, reached.satellite)) return true;
  const domain = registrableDomain(instance.fapiHost);
  return domain === null ? url.host === instance.fapiHost : isWithin(url.hostname, domain);
}

/**
 * The domain on which cookies are shared with the application: the registrable domain of the host by
 * which the caller reached us. Without one (`localhost`, an IP address) cookies stay on the host.
 */
export function cookieDomain(baseUrl: string): string | undefined {
  return registrableDomain(new URL(baseUrl).hostname) ?? undefined;
}

/** Whether two URLs are of one site: same scheme, same registrable domain (or host, where there is none). */
export function isSameSite(a: URL, b: URL): boolean {
  return a.protocol === b.protocol && (registrableDomain(a.hostname) ?? a.hostname) === (registrableDomain(b.hostname) ?? b.hostname);
}

/** Scheme and host. Unlike `URL.origin` it also knows those of browser extensions and apps. */
export function originOf(url: URL): string {
  return `${url.protocol}//${url.host}`;
}

function normaliseOrigin(text: string): string | null {
  return URL.canParse(text) ? originOf(new URL(text)) : null;
}
