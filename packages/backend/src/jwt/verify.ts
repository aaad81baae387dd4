import type { JwtPayload } from '@foyer/protocol/claims';
import { TokenVerificationError, TokenVerificationErrorAction as Action, TokenVerificationErrorReason as Reason } from '../errors.ts';
import { checkClaims, checkHeader, type ClaimExpectations } from './checks.ts';
import { encodeText } from './codec.ts';
import { decodeSignature, readJwt, type ReadJwt } from './decode.ts';
import { recall, remember, type KnownToken } from './token-cache.ts';
import type { SupportedAlgorithm, VerifyingKey } from './verifying-key.ts';

/** What was looked into last: on the way to its verification, a token is looked into from several places. */
let latest: KnownToken | undefined;

function look(token: string): KnownToken {
  if (latest?.jwt.raw.text === token) return latest;
  return (latest = recall(token) ?? { jwt: readJwt(token), verifiedBy: undefined });
}

/** The token taken apart, without taking it apart again when it was a moment ago, or verified before. Do not hand its payload to applications: it is shared. */
export function decodeRemembered(token: string): ReadJwt {
  return look(token).jwt;
}

/**
 * Verifies a token's header, claims and signature with the given key. Answers synchronously when the
 * signature is known already or `node:crypto` is at hand.
 *
 * @throws TokenVerificationError (or rejects with it), with the reason
 */
export function verifyWithKey(token: string, key: VerifyingKey, expected: ClaimExpectations): ReadJwt | Promise<ReadJwt> {
  const known = look(token);
  const { jwt } = known;
  checkHeader(jwt.header);
  checkClaims(jwt.payload, expected);
  if (known.verifiedBy === key) return jwt;
  const verified = verifySignature(jwt, key);
  return verified instanceof Promise ? verified.then(() => accept(known, key)) : accept(known, key);
}

/** Verifies nothing but the signature, of a token whose algorithm has been checked. @throws TokenVerificationError */
export function verifySignature(jwt: ReadJwt, key: VerifyingKey): void | Promise<void> {
  const valid = hasValidSignature(jwt, jwt.header.alg as SupportedAlgorithm, key);
  return valid instanceof Promise ? valid.then(requireValid) : requireValid(valid);
}

function hasValidSignature({ raw }: ReadJwt, algorithm: SupportedAlgorithm, key: VerifyingKey): boolean | Promise<boolean> {
  const signature = decodeSignature(raw.signature);
  const signed = encodeText(raw.text.slice(0, -raw.signature.length - 1));
  try {
    const valid = key.verify(algorithm, signed, signature);
    return valid instanceof Promise ? valid.catch(rejectSignature) : valid;
  } catch (error) {
    return rejectSignature(error);
  }
}

function rejectSignature(error: unknown): never {
  throw new TokenVerificationError({
    action: Action.EnsureClerkJWT,
    reason: Reason.TokenInvalidSignature,
    message: `Error verifying JWT signature. ${String(error)}`,
  });
}

function requireValid(valid: boolean): void {
  if (valid) return;
  throw new TokenVerificationError({ reason: Reason.TokenInvalidSignature, message: 'JWT signature is invalid.' });
}

function accept(known: KnownToken, key: VerifyingKey): ReadJwt {
  known.verifiedBy = key;
  remember(known);
  return known.jwt;
}

/** The claims as a new object, which the application may change without changing what others see. */
export function ownClaims(jwt: ReadJwt): JwtPayload {
  return copyJson(jwt.payload);
}

/** A copy of what came out of `JSON.parse`, in a fraction of the time that parsing takes. */
function copyJson<T extends object>(value: T): T {
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
  for (const name in copy) {
    const part = copy[name];
    if (typeof part === 'object' && part !== null) copy[name] = copyJson(part);
  }
  return copy as T;
}
