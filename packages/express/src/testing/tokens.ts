/** Session tokens of a made-up production instance, for tests. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createPublishableKey } from '@foyer/protocol/keys';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const PUBLISHABLE_KEY = createPublishableKey('production', 'clerk.example.com');
export const pem = String(publicKey.export({ type: 'spki', format: 'pem' }));
/** Seconds since 1970. */
export const now = Math.floor(Date.now() / 1000);

/** A token that is good for a minute, with these claims changed. */
export function mint(claims: object = {}): string {
  const times = { iat: now - 10, nbf: now - 20, exp: now + 50 };
  const complete = { iss: 'https://clerk.example.com', sub: 'user_1', sid: 'sess_1', azp: 'https://app.example.com', ...times, ...claims };
  const signed = [{ alg: 'RS256', kid: 'ins_1', typ: 'JWT' }, complete]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createSign('sha256').update(signed).sign(privateKey, 'base64url')}`;
}
