/**
 * Public keys, ready to verify signatures with.
 *
 * Under Node the check runs synchronously in `node:crypto` with a parsed KeyObject, several times
 * faster than WebCrypto; the module is looked up at run time so that bundles for edge runtimes hold
 * no import of it. Elsewhere WebCrypto does the work.
 */
import type { JsonWebKeyInput } from 'node:crypto';
import { decodeBase64Url } from './codec.ts';
import type { Jwk } from './jwk.ts';

export const SUPPORTED_ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;
export type SupportedAlgorithm = (typeof SUPPORTED_ALGORITHMS)[number];

/** Whether a header's `alg` is one of ours; an `alg` of `none` or a symmetric one never is. */
export function isSupportedAlgorithm(algorithm: string): algorithm is SupportedAlgorithm {
  return SUPPORTED_ALGORITHMS.includes(algorithm as SupportedAlgorithm);
}

export interface VerifyingKey {
  verify(algorithm: SupportedAlgorithm, data: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>): boolean | Promise<boolean>;
}

type NodeCrypto = typeof import('node:crypto');

const nodeCrypto = findNodeCrypto();

function findNodeCrypto(): NodeCrypto | undefined {
  const { process, navigator } = globalThis as {
    process?: { getBuiltinModule?: (id: 'node:crypto') => NodeCrypto | undefined };
    navigator?: { userAgent?: string };
  };
  // Workers have a module of that name whose `verify` may be a stub.
  if (navigator?.userAgent === 'Cloudflare-Workers') return undefined;
  const module = process?.getBuiltinModule?.('node:crypto');
  return typeof module?.createPublicKey === 'function' && typeof module.verify === 'function' ? module : undefined;
}

const HASH_NAMES: Record<SupportedAlgorithm, string> = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' };

/** A key from JWKS. @throws when it is not an RSA public key */
export function verifyingKeyFromJwk(jwk: Jwk): VerifyingKey {
  if (nodeCrypto) return nodeKey(nodeCrypto, { key: jwk as JsonWebKeyInput['key'], format: 'jwk' });
  const publicPart = { kty: jwk.kty, n: jwk.n, e: jwk.e };
  return webKey((hash) => crypto.subtle.importKey('jwk', publicPart, rsa(hash), false, ['verify']));
}

/** A key from PEM text (SubjectPublicKeyInfo), which may have lost its line breaks on the way through an environment variable. */
export function verifyingKeyFromPem(pem: string): VerifyingKey {
  const der = decodeBase64Url(pem.replaceAll(/-----[^-]*-----|\\n|\s/g, ''));
  if (nodeCrypto) {
    return nodeKey(nodeCrypto, { key: der as Buffer, format: 'der', type: 'spki' });
  }
  return webKey((hash) => crypto.subtle.importKey('spki', der, rsa(hash), false, ['verify']));
}

function nodeKey({ createPublicKey, verify }: NodeCrypto, input: Parameters<NodeCrypto['createPublicKey']>[0]): VerifyingKey {
  const key = createPublicKey(input);
  if (key.asymmetricKeyType !== 'rsa') throw new TypeError('Session tokens are verified with RSA keys.');
  return { verify: (algorithm, data, signature) => verify(HASH_NAMES[algorithm], data, key, signature) };
}

function webKey(importKey: (hash: string) => Promise<CryptoKey>): VerifyingKey {
  // WebCrypto ties a key to one hash, so there is one key an algorithm, imported when first needed.
  const keys = new Map<SupportedAlgorithm, Promise<CryptoKey>>();
  return {
    async verify(algorithm, data, signature) {
      let key = keys.get(algorithm);
      if (!key) {
        key = importKey(algorithm.replace('RS', 'SHA-'));
        keys.set(algorithm, key);
      }
      return crypto.subtle.verify('RSASSA-PKCS1-v1_5', await key, signature, data);
    },
  };
}

function rsa(hash: string): RsaHashedImportParams {
  return { name: 'RSASSA-PKCS1-v1_5', hash };
}
