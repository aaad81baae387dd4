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
 * @throws {ClerkRuntimeError} `satellite_sign_in_url_missing` in development, where the sign-in page is the way there
 */
export function leaveForPrimary(satellite: Satellite, cookies: AuthCookies | undefined, signInUrl: string | undefined): URL | null {
  const here = toUrl(window.location.href);
  const isSignedOut = (cookies?.clientUat.read() ?? '0') === '0';
  if (!satellite.isSatellite || here.searchParams.get(SYNCED) === 'true' || !isSignedOut) return null;
  if (satellite.instanceType === 'production') {
    const base = satellite.proxyUrl ?? `https://${satellite.domain}`;
    const url = new URL(`${base.replace(/\/$/, '')}/v1/client/sync`);
    url.searchParams.set('redirect_url', here.href);
    return url;
  }
  if (!signInUrl) {
    throw new ClerkRuntimeError('A satellite needs the signInUrl of the primary domain.', { code: 'satellite_sign_in_url_missing' });
  }
  const url = toUrl(signInUrl);
  url.searchParams.set(SATELLITE_URL, here.href);
  return url;
}

/** On the primary domain: back to the satellite that asked, when there is somebody to tell of. */
export function returnToSatellite(isSignedIn: boolean): URL | null {
  const target = toUrl(window.location.href).searchParams.get(SATELLITE_URL);
  if (!target || !isSignedIn || !URL.canParse(target)) return null;
  const url = new URL(target);
  url.searchParams.set(SYNCED, 'true');
  return url;
}
