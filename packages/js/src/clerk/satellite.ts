/** Several domains with one account: satellites learn from the primary domain who is signed in. */
import type { AuthCookies } from '../core/auth-cookies.ts';
import type { InstanceType } from '../types/common.ts';
import { ClerkRuntimeError } from '../core/errors.ts';
import { toUrl } from './urls.ts';

const SYNCED = '__clerk_synced';
const SATELLITE_URL = '__clerk_satellite_url';

interface Satellite {
  isSatellite: boolean;
  instanceType: InstanceType;
  proxyUrl: string | undefined;
  domain: string;
}

/**
 * Where a satellite that knows of nobody goes to ask the primary domain; `null` when there is nothing to ask.
 * @throws {ClerkRuntimeError} `satellite_domain_missing`, `satellite_sign_in_url_missing` (in development, where the
 *   sign-in page is the way there) or `satellite_sign_in_url_invalid`: it is on the primary domain
 */
export function leaveForPrimary(satellite: Satellite, cookies: AuthCookies | undefined, signInUrl: string | undefined): URL | null {
  if (!satellite.isSatellite) return null;
  const base = fapiOf(satellite);
  const primary = signInUrl ? toUrl(signInUrl) : null;
  if (primary?.origin === window.location.origin) {
    throw new ClerkRuntimeError('The signInUrl of a satellite must be on the primary domain, not on its own.', { code: 'satellite_sign_in_url_invalid' });
  }
  const here = toUrl(window.location.href);
  const isSignedOut = (cookies?.clientUat.read() ?? '0') === '0';
  if (here.searchParams.get(SYNCED) === 'true' || !isSignedOut) return null;
  if (satellite.instanceType === 'production') {
    const url = new URL(`${base}/v1/client/sync`);
    url.searchParams.set('redirect_url', here.href);
    return url;
  }
  if (!primary) {
    throw new ClerkRuntimeError('A satellite needs the signInUrl of the primary domain.', { code: 'satellite_sign_in_url_missing' });
  }
  primary.searchParams.set(SATELLITE_URL, here.href);
  return primary;
}

/** Where browsers reach the satellite's Frontend API, without a slash at the end. */
function fapiOf({ proxyUrl, domain }: Satellite): string {
  if (!proxyUrl && !domain) {
    throw new ClerkRuntimeError('A satellite needs its domain or its proxyUrl.', { code: 'satellite_domain_missing' });
  }
  return (proxyUrl ?? `https://${domain}`).replace(/\/$/, '');
}

/**
 * On the primary domain, in development: back to the satellite that asked, whoever is signed in or not. In
 * production the Frontend API answers, and an address in the URL leads nowhere.
 */
export function returnToSatellite({ isSatellite, instanceType }: Satellite): URL | null {
  const target = toUrl(window.location.href).searchParams.get(SATELLITE_URL);
  if (!target || isSatellite || instanceType !== 'development' || !URL.canParse(target)) return null;
  const url = new URL(target);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.searchParams.set(SYNCED, 'true');
  return url;
}
