import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

/** Key pairs like an instance's: tokens of a test run are signed with the first one, forgeries with the other. */
const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const KID = 'ins_differential';
export const SECRET_KEY = { development: 'sk_test_differential', production: 'sk_live_differential' };
export const jwtKey = own.publicKey.export({ type: 'spki', format: 'pem' }) as string;
export const jwks = { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: KID, use: 'sig', alg: 'RS256' }] };

export type InstanceType = keyof typeof SECRET_KEY;

const FAPI_HOST = { development: 'quiet-otter-4.clerk.accounts.dev', production: 'clerk.example.com' };

export const PUBLISHABLE_KEY = {
  development: `pk_test_${btoa(`${FAPI_HOST.development}$`)}`,
  production: `pk_live_${btoa(`${FAPI_HOST.production}$`)}`,
};

/** What the names of an instance's own cookies end in. */
export function cookieSuffix(type: InstanceType): string {
  return createHash('sha1').update(PUBLISHABLE_KEY[type]).digest('base64url').slice(0, 8);
}

/** When the run began, in seconds; tokens live long enough for all of it. */
export const NOW = Math.floor(Date.now() / 1000);

interface Minted {
  type?: InstanceType;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** Signed by a key that is not the instance's. */
  forged?: boolean;
}

/** A session token; claims that are `undefined` are left out. */
export function mintToken({ type = 'development', claims = {}, header = {}, forged = false }: Minted = {}): string {
  const payload = { azp: 'http://localhost:3000', exp: NOW + 3600, iat: NOW - 5, iss: `https://${FAPI_HOST[type]}`, nbf: NOW - 15, sid: 'sess_1', sub: 'user_1', sts: 'active', fva: [1, -1], ...claims };
  return signed({ alg: 'RS256', kid: KID, typ: 'JWT', ...header }, payload, forged ? stranger.privateKey : own.privateKey);
}

/** What the Frontend API sends a browser back with. */
export function mintHandshake(directives: unknown, options: { forged?: boolean; header?: Record<string, unknown> } = {}): string {
  return signed({ alg: 'RS256', kid: KID, typ: 'JWT', ...options.header }, { handshake: directives }, options.forged ? stranger.privateKey : own.privateKey);
}

function signed(header: object, payload: object, key: KeyObject): string {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
