import { apiError } from '@foyer/protocol/errors';
import { createHmac, createPrivateKey, sign, type KeyObject } from 'node:crypto';

interface Algorithm {
  family: 'RS' | 'ES' | 'HS';
  hash: 'sha256' | 'sha384' | 'sha512';
  /** Fewest bytes of a shared secret: as many as the hash has (RFC 7518 §3.2). */
  bytes: number;
  /** The curve that belongs to it (RFC 7518 §3.4), by the name that OpenSSL knows it by. */
  curve?: string;
}

const ALGORITHMS: Record<string, Algorithm> = {
  RS256: { family: 'RS', hash: 'sha256', bytes: 32 },
  RS384: { family: 'RS', hash: 'sha384', bytes: 48 },
  RS512: { family: 'RS', hash: 'sha512', bytes: 64 },
  ES256: { family: 'ES', hash: 'sha256', bytes: 32, curve: 'prime256v1' },
  ES384: { family: 'ES', hash: 'sha384', bytes: 48, curve: 'secp384r1' },
  ES512: { family: 'ES', hash: 'sha512', bytes: 64, curve: 'secp521r1' },
  HS256: { family: 'HS', hash: 'sha256', bytes: 32 },
  HS384: { family: 'HS', hash: 'sha384', bytes: 48 },
  HS512: { family: 'HS', hash: 'sha512', bytes: 64 },
};

/** RSA keys below this are not signed with (RFC 7518 §3.3). */
const RSA_MIN_BITS = 2048;

/**
 * Checks that a key can sign with an algorithm.
 *
 * @param key a PEM private key (PKCS #8, PKCS #1 or SEC 1) for RS and ES, a shared secret for HS
 * @throws ApiError naming `signing_algorithm` or `signing_key`
 */
export function requireSigningKey(algorithm: string, key: string): void {
  const known = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  if (!known) {
    throw apiError('form_param_value_invalid', { param: 'signing_algorithm', longMessage: `The signing algorithm must be one of ${Object.keys(ALGORITHMS).join(', ')}.` });
  }
  if (known.family === 'HS') {
    if (Buffer.byteLength(key) < known.bytes) {
      throw apiError('form_param_min_length_exceeded', { param: 'signing_key', values: { min: known.bytes } });
    }
    return;
  }
  const { asymmetricKeyType, asymmetricKeyDetails } = readPrivateKey(key);
  const fits =
    known.family === 'RS'
      ? asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_MIN_BITS
      : asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === known.curve;
  if (!fits) throw keyInvalid(known.family === 'RS' ? `${algorithm} needs an RSA key of at least ${RSA_MIN_BITS} bits.` : `${algorithm} needs a key on the curve ${known.curve}.`);
}

function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw keyInvalid('The signing key must be a private key in PEM form.', cause);
  }
}

function keyInvalid(longMessage: string, cause?: unknown) {
  return apiError('form_param_format_invalid', { param: 'signing_key', longMessage, cause });
}

/** Signs a JWT (RFC 7515) with a key that {@link requireSigningKey} has accepted. */
export function signWithOwnKey(algorithm: string, key: string, claims: object): string {
  const known = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  if (!known) throw new Error(`A JWT template has the unknown signing algorithm ${algorithm}.`);
  const input = `${encode({ alg: algorithm, typ: 'JWT' })}.${encode(claims)}`;
  if (known.family === 'HS') return `${input}.${createHmac(known.hash, key).update(input).digest('base64url')}`;
  // JOSE wants the two numbers of an ECDSA signature side by side, not in DER (RFC 7518 §3.4).
  const signature = sign(known.hash, Buffer.from(input), { key: createPrivateKey(key), dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
