/** The checks of a session token's header and claims, each with its own reason. Times are in seconds in the token, milliseconds here. */
import type { JwtPayload } from '@foyer/protocol/claims';
import { TokenVerificationError, TokenVerificationErrorAction as Action, TokenVerificationErrorReason as Reason } from '../errors.ts';
import type { JwtHeader } from './decode.ts';
import { isSupportedAlgorithm, SUPPORTED_ALGORITHMS } from './verifying-key.ts';

export const DEFAULT_CLOCK_SKEW_IN_MS = 5000;

export interface ClaimExpectations {
  audience?: string | string[];
  /** Origins of which the token's `azp` must be one. */
  authorizedParties?: string[];
  clockSkewInMs?: number;
}

/** @throws TokenVerificationError when the token's type or algorithm is not one we accept */
export function checkHeader({ typ, alg }: JwtHeader): void {
  // RFC 7519 §5.1: `typ` is optional, but another kind of JWT must not pass for a session token.
  if (typ !== undefined && typ !== 'JWT') {
    throw new TokenVerificationError({
      action: Action.EnsureClerkJWT,
      reason: Reason.TokenInvalid,
      message: `Invalid JWT type ${JSON.stringify(typ)}. Expected "JWT".`,
    });
  }
  if (!isSupportedAlgorithm(alg)) {
    throw new TokenVerificationError({
      action: Action.EnsureClerkJWT,
      reason: Reason.TokenInvalidAlgorithm,
      message: `Invalid JWT algorithm ${JSON.stringify(alg)}. Supported: ${SUPPORTED_ALGORITHMS.join(',')}.`,
    });
  }
}

/** @throws TokenVerificationError naming the first claim that does not hold at `now` (ms) */
export function checkClaims(claims: JwtPayload, expected: ClaimExpectations, now = Date.now()): void {
  const skew = expected.clockSkewInMs || DEFAULT_CLOCK_SKEW_IN_MS;
  checkSubject(claims.sub);
  checkAudience(claims.aud, expected.audience);
  checkAuthorizedParty(claims.azp, expected.authorizedParties);
  checkExpiry(claims.exp, now, skew);
  checkNotBefore(claims.nbf, now, skew);
  checkIssuedAt(claims.iat, now, skew);
}

function checkSubject(sub: unknown): void {
  if (typeof sub === 'string') return;
  throw failed(`Subject claim (sub) is required and must be a string. Received ${JSON.stringify(sub)}.`);
}

/** An instance that puts no audience into its tokens passes, as long as none is expected of it. */
function checkAudience(aud: unknown, audience: string | string[] | undefined): void {
  const expected = [audience ?? []].flat().filter(Boolean);
  const actual = [aud ?? []].flat().filter(Boolean);
  if (expected.length === 0 || actual.length === 0) return;
  if (!actual.every((value) => typeof value === 'string')) {
    throw failed(`Invalid JWT audience claim (aud) ${JSON.stringify(aud)}. Expected a string or a list of strings.`);
  }
  if (!actual.some((value) => expected.includes(value as string))) {
    throw failed(`Invalid JWT audience claim (aud) ${JSON.stringify(aud)}. Is not included in ${JSON.stringify(expected)}.`);
  }
}

/** A token without `azp` was not made in a browser, so there is no other origin it could have leaked from. */
function checkAuthorizedParty(azp: unknown, authorizedParties: string[] | undefined): void {
  if (!azp || !authorizedParties || authorizedParties.length === 0) return;
  if (authorizedParties.includes(azp as string)) return;
  throw new TokenVerificationError({
    reason: Reason.TokenInvalidAuthorizedParties,
    message: `Invalid JWT authorized party claim (azp) ${JSON.stringify(azp)}. Expected one of ${JSON.stringify(authorizedParties)}.`,
  });
}

function checkExpiry(exp: unknown, now: number, skew: number): void {
  const expiresAt = requireSeconds('expiry date', 'exp', exp);
  if (expiresAt > now - skew) return;
  throw new TokenVerificationError({
    reason: Reason.TokenExpired,
    message: `JWT is expired. Expiry date: ${utc(expiresAt)}, current date: ${utc(now)}.`,
  });
}

function checkNotBefore(nbf: unknown, now: number, skew: number): void {
  if (nbf === undefined) return;
  const activeFrom = requireSeconds('not before date', 'nbf', nbf);
  if (activeFrom <= now + skew) return;
  throw new TokenVerificationError({
    reason: Reason.TokenNotActiveYet,
    message: `JWT cannot be used before its not before date (nbf). Not before date: ${utc(activeFrom)}, current date: ${utc(now)}.`,
  });
}

function checkIssuedAt(iat: unknown, now: number, skew: number): void {
  if (iat === undefined) return;
  const issuedAt = requireSeconds('issued at date', 'iat', iat);
  if (issuedAt <= now + skew) return;
  throw new TokenVerificationError({
    reason: Reason.TokenIatInTheFuture,
    message: `JWT issued at date (iat) is in the future. Issued at date: ${utc(issuedAt)}, current date: ${utc(now)}.`,
  });
}

function requireSeconds(what: string, name: string, value: unknown): number {
  if (typeof value === 'number') return value * 1000;
  throw failed(`Invalid JWT ${what} claim (${name}) ${JSON.stringify(value)}. Expected a number.`);
}

function failed(message: string): TokenVerificationError {
  return new TokenVerificationError({ action: Action.EnsureClerkJWT, reason: Reason.TokenVerificationFailed, message });
}

function utc(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? String(milliseconds) : date.toUTCString();
}
