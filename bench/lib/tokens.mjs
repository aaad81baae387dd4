// An instance's keys and session tokens, made here: what verifies them needs no server.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const HOST = 'clerk.example.com';
const KID = 'ins_benchmark';

/** More than any cache of ours remembers, so that taking them in turn never meets one that is known. */
const DISTINCT_TOKENS = 5000;

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export { publicKey, privateKey };
export const publishableKey = `pk_live_${btoa(`${HOST}$`)}`;
export const secretKey = 'sk_live_benchmark';
export const jwtKey = publicKey.export({ type: 'spki', format: 'pem' });
export const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }] };
export const origin = 'https://app.example.com';

/** What the names of an instance's own cookies end in. */
export const cookieSuffix = createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);

/** Tokens have to be valid for the whole run. */
const issuedAt = Math.floor(Date.now() / 1000) - 10;

/** Claims as the server makes them, of the n-th user. */
export function claimsOf(n) {
  const id = String(n).padStart(27, '0');
  return { v: 2, iss: `https://${HOST}`, sub: `user_${id}`, sid: `sess_${id}`, azp: origin, iat: issuedAt, nbf: issuedAt - 10, exp: issuedAt + 3600, fva: [0, -1], sts: 'active', jti: id };
}

/** A session token of the n-th user. */
export function mintToken(n) {
  const header = { alg: 'RS256', cat: 'cl_session', kid: KID, typ: 'JWT' };
  const text = [header, claimsOf(n)].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** @type {string[] | undefined} */
let minted;

/** Session tokens of different users; always the same ones. */
export function distinctTokens() {
  return (minted ??= Array.from({ length: DISTINCT_TOKENS }, (_, n) => mintToken(n)));
}
