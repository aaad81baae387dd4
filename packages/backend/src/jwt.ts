/** JWT building blocks; import from `@foyer/backend/jwt`. */
import type { JwtPayload } from '@foyer/protocol/claims';
import type { ClaimExpectations } from './jwt/checks.ts';
import { checkHeader } from './jwt/checks.ts';
import { encodeText } from './jwt/codec.ts';
import type { Jwt } from './jwt/decode.ts';
import type { Jwk } from './jwt/jwk.ts';
import { ownClaims, verifyWithKey } from './jwt/verify.ts';
import { verifyingKeyFromJwk, verifyingKeyFromPem } from './jwt/verifying-key.ts';

export { decodeJwt } from './jwt/decode.ts';
export type { Jwt, JwtHeader } from './jwt/decode.ts';
export { signJwt } from './jwt/sign.ts';
export type { SignJwtOptions } from './jwt/sign.ts';

export interface VerifyJwtOptions extends ClaimExpectations {
  /** Public key as JWK or PEM. */
  key: Jwk | string;
}

/**
 * Verifies a JWT with a given key and returns its claims.
 *
 * @throws TokenVerificationError
 */
export async function verifyJwt(token: string, options: VerifyJwtOptions): Promise<JwtPayload> {
  return ownClaims(await verifyWithKey(token, toVerifyingKey(options.key), options));
}

/** Whether the key signed this JWT; the claims are not looked at. */
export async function hasValidSignature(jwt: Jwt, key: Jwk | string): Promise<boolean> {
  const { header } = jwt;
  checkHeader(header);
  const signed = encodeText(`${jwt.raw.header}.${jwt.raw.payload}`);
  return toVerifyingKey(key).verify(header.alg as 'RS256', signed, jwt.signature);
}

function toVerifyingKey(key: Jwk | string) {
  return typeof key === 'string' ? verifyingKeyFromPem(key) : verifyingKeyFromJwk(key);
}
