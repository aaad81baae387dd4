import type { JwtPayload } from '@foyer/protocol/claims';
import type { ClaimExpectations } from '../jwt/checks.ts';
import type { ReadJwt } from '../jwt/decode.ts';
import { decodeRemembered, ownClaims, verifyWithKey } from '../jwt/verify.ts';
import { defaultApiUrl } from '../urls.ts';
import { jwksKeySource, missingKeySource, pemKeySource, uncachedJwksKeySource, type KeySource } from './key-source.ts';

export interface VerifyTokenOptions extends ClaimExpectations {
  /** PEM public key of the instance; with it, verification needs no network. */
  jwtKey?: string;
  /** Without a `jwtKey`, the keys are fetched from the Backend API with this key. */
  secretKey?: string;
  apiUrl?: string;
  apiVersion?: string;
  /** Fetch the keys anew for each verification. */
  skipJwksCache?: boolean;
  /** @deprecated Keys are cached for five minutes; this has no effect. */
  jwksCacheTtlInMs?: number;
}

/**
 * Verifies a session token and returns its claims. Without a network call when `jwtKey` is given,
 * otherwise with one in five minutes.
 *
 * @throws TokenVerificationError with the `reason` why the token is refused
 */
export async function verifyToken(token: string, options: VerifyTokenOptions): Promise<JwtPayload> {
  const jwt = verifyWithSource(token, keySourceFor(options), options);
  return ownClaims(jwt instanceof Promise ? await jwt : jwt);
}

/** The place to look for keys that these options describe. */
export function keySourceFor(options: VerifyTokenOptions & { publishableKey?: string }): KeySource {
  const { jwtKey, secretKey, apiVersion, skipJwksCache } = options;
  if (jwtKey) return pemKeySource(jwtKey);
  if (!secretKey) return missingKeySource;
  const api = { secretKey, apiVersion, apiUrl: options.apiUrl ?? defaultApiUrl(options) };
  return skipJwksCache ? uncachedJwksKeySource(api) : jwksKeySource(api);
}

/** Verifies with the key that the token's header names. Synchronous when everything is at hand; throws or rejects with TokenVerificationError. */
export function verifyWithSource(token: string, source: KeySource, expected: ClaimExpectations): ReadJwt | Promise<ReadJwt> {
  const { header } = decodeRemembered(token);
  const key = source.find(header.kid);
  return key instanceof Promise ? key.then((found) => verifyWithKey(token, found, expected)) : verifyWithKey(token, key, expected);
}
