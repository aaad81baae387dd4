import { SignJWTError } from '../errors.ts';
import { decodeBase64Url, encodeBase64Url, encodeText } from './codec.ts';
import type { JwtHeader } from './decode.ts';
import type { Jwk } from './jwk.ts';
import { isSupportedAlgorithm, SUPPORTED_ALGORITHMS } from './verifying-key.ts';

export interface SignJwtOptions {
  algorithm?: string;
  header?: Partial<JwtHeader>;
}

/**
 * Signs a payload as it is (no claims are added) with an RSA private key, given as PEM (PKCS #8) or JWK.
 *
 * @throws SignJWTError when the algorithm is not supported or the key cannot be used
 */
export async function signJwt(
  payload: Record<string, unknown>,
  key: string | Jwk,
  options: SignJwtOptions,
): Promise<string> {
  const algorithm = options.algorithm ?? 'RS256';
  if (!isSupportedAlgorithm(algorithm)) {
    throw new SignJWTError(`Unsupported algorithm ${algorithm}. Supported: ${SUPPORTED_ALGORITHMS.join(', ')}.`);
  }
  const header = { typ: 'JWT', ...options.header, alg: algorithm };
  const signed = [header, payload].map((part) => encodeBase64Url(encodeText(JSON.stringify(part)))).join('.');
  try {
    const privateKey = await importPrivateKey(key, algorithm.replace('RS', 'SHA-'));
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', privateKey, encodeText(signed));
    return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
  } catch (error) {
    throw new SignJWTError(error instanceof Error ? error.message : String(error));
  }
}

function importPrivateKey(key: string | Jwk, hash: string): Promise<CryptoKey> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash };
  if (typeof key === 'object') return crypto.subtle.importKey('jwk', key, algorithm, false, ['sign']);
  const der = decodeBase64Url(key.replaceAll(/-----[^-]*-----|\\n|\s/g, ''));
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}
