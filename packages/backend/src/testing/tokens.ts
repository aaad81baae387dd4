/** Session tokens of a made-up instance, for tests. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createPublishableKey } from '@foyer/protocol/keys';

export const PRODUCTION_KEY = createPublishableKey('production', 'clerk.example.com');
export const DEVELOPMENT_KEY = createPublishableKey('development', 'happy-fox-1.clerk.accounts.dev');

export interface SigningKey {
  privateKey: KeyObject;
  pem: string;
  jwk: JsonWebKey;
}

export function createSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey,
    pem: String(publicKey.export({ type: 'spki', format: 'pem' })),
    jwk: publicKey.export({ format: 'jwk' }) as JsonWebKey,
  };
}

export const signingKey = createSigningKey();

/** Seconds since 1970. */
export const now = Math.floor(Date.now() / 1000);

/** A token of the instance's that is good for a minute, with these claims and header parameters changed. */
export function mint(claims: object = {}, header: object = {}, { privateKey }: SigningKey = signingKey): string {
  const complete = {
    iss: 'https://clerk.example.com',
    sub: 'user_1',
    sid: 'sess_1',
    azp: 'https://app.example.com',
    iat: now - 10,
    nbf: now - 20,
    exp: now + 50,
    ...claims,
  };
  const signed = [{ alg: 'RS256', kid: 'ins_1', typ: 'JWT', cat: 'cl_test', ...header }, complete]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`;
}
