/**
 * Whether to trust the cookies whose names carry the instance's suffix, or the plain ones.
 *
 * Several applications on one host share the plain cookies, so the suffixed ones are right whenever
 * the plain ones are another instance's. SDKs that know no suffixes may still have changed the plain
 * ones alone, so the rules below look for signs of that first.
 */
import { constants } from '../constants.ts';
import type { ReadJwt } from '../jwt/decode.ts';
import { decodeRemembered } from '../jwt/verify.ts';
import type { RequestContext } from './context.ts';
import type { Settings } from './settings.ts';

const { ClientUat, Session } = constants.Cookies;

export function usesSuffixedCookies(context: RequestContext): boolean {
  const plainToken = context.cookie(Session);
  const plain = decode(plainToken);
  // A plain session cookie that is no token of anybody's leads to "signed out" when trusted, to an endless handshake otherwise.
  if (plainToken && !plain?.payload.iss) return false;
  if (plain && !isIssuedBy(plain, context.settings)) return true;

  const suffixedToken = context.suffixedCookie(Session);
  const suffixedUat = context.suffixedCookie(ClientUat);
  if (!suffixedUat) return false;

  const plainUat = context.cookie(ClientUat);
  const suffixed = decode(suffixedToken);
  const suffixedSaysOut = suffixedUat === '0';
  const plainSaysOut = plainUat === '0';
  if (!suffixedSaysOut && !plainSaysOut && issuedAt(plain) > issuedAt(suffixed)) return false;
  if (suffixedSaysOut && !plainSaysOut) return false;
  // In development, where both are set by the browser, an SDK without suffixes has signed out last.
  if (context.settings.instanceType === 'development' && !suffixedSaysOut && plainSaysOut && isExpired(suffixed)) return false;
  return true;
}

function decode(token: string | undefined): ReadJwt | undefined {
  if (!token) return undefined;
  try {
    return decodeRemembered(token);
  } catch {
    // Not a token; the caller treats it as having no claims.
    return undefined;
  }
}

function isIssuedBy({ payload }: ReadJwt, { issuerHost, satelliteHost }: Settings): boolean {
  const host = String(payload.iss).replace(/^https?:\/\//, '');
  return host === issuerHost || host === satelliteHost;
}

function issuedAt(jwt: ReadJwt | undefined): number {
  return jwt?.payload.iat ?? 0;
}

function isExpired(jwt: ReadJwt | undefined): boolean {
  return jwt !== undefined && jwt.payload.exp <= Math.floor(Date.now() / 1000);
}
