import { createPrivateKey, generateKeyPair, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { LRUCache } from 'lru-cache';
import { DAY, MINUTE, SECOND } from '../../platform/clock.ts';
import type { Context, Platform } from '../../platform/context.ts';
import type { Db } from '../../platform/database/tables.ts';
import { newIdAt } from '../../platform/ids.ts';
import * as store from './signing-keys-store.ts';

const PURPOSE = 'signing-key';

/** SDKs recognise a PEM key by the fixed prefix of RSA-2048 with exponent 65537 (protocol §1). */
const MODULUS_BITS = 2048;

/** A key stays in the JWKS for this long after another took its place: longer than any session token lives. */
const RETIRED_KEYS_SHOWN = DAY;

interface SigningKey {
  kid: string;
  key: KeyObject;
  /** JWT headers as they are written with this key, by what the caller wants in them. */
  heads: WeakMap<Readonly<Record<string, string>>, string>;
}

const PLAIN: Readonly<Record<string, string>> = {};

const generateRsa = promisify(generateKeyPair);

/** Signing keys in use, by instance: read and decrypted once in a while, not at each token. */
const inUse = new LRUCache<string, SigningKey>({ max: 1000, ttl: MINUTE, ttlResolution: SECOND });

/** Makes a new RS256 key for an instance; from now on its tokens are signed with it. */
export async function createSigningKey(platform: Platform, db: Db, instanceId: string): Promise<string> {
  const { publicKey, privateKey } = await generateRsa('rsa', { modulusLength: MODULUS_BITS, publicExponent: 65537 });
  const kid = newIdAt(platform.clock, 'signing_key');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await store.insert(db, {
    instance_id: instanceId,
    id: kid,
    algorithm: 'RS256',
    public_jwk: publicKey.export({ format: 'jwk' }),
    private_key_encrypted: platform.vault.seal(instanceId, PURPOSE, pem),
    created_at: platform.clock.now(),
  });
  inUse.delete(instanceId);
  return kid;
}

/** Replaces the signing key. Tokens of the old one stay valid until they expire, for a day at most. */
export async function rotateSigningKey(ctx: Context): Promise<string> {
  await store.retireAll(ctx.db, ctx.instance.id, ctx.platform.clock.now());
  return createSigningKey(ctx.platform, ctx.db, ctx.instance.id);
}

/** Whether the root key is the one with which this database was filled; so it is when there is nothing to open. */
export async function rootKeyFits(platform: Platform): Promise<boolean> {
  const row = await store.findAny(platform.db);
  if (!row) return true;
  try {
    platform.vault.open(row.instance_id, PURPOSE, row.private_key_encrypted);
    return true;
  } catch {
    // Authenticated encryption cannot say more than this.
    return false;
  }
}

/** A public key as the JWKS shows it (RFC 7517). */
export interface PublicJwk {
  use: 'sig';
  kty: 'RSA';
  kid: string;
  alg: 'RS256';
  n: string;
  e: string;
}

/** The public keys with which tokens of this instance can be verified, newest first. */
export async function publicKeys(ctx: Context): Promise<PublicJwk[]> {
  const since = new Date(ctx.platform.clock.now().getTime() - RETIRED_KEYS_SHOWN);
  const rows = await store.listVerifying(ctx.db, ctx.instance.id, since);
  return rows.map(({ id, public_jwk }) => {
    const { n, e } = public_jwk as JsonWebKey;
    if (!n || !e) throw new Error(`Signing key ${id} has no RSA public key.`);
    return { use: 'sig', kty: 'RSA', kid: id, alg: 'RS256', n, e };
  });
}

/**
 * Signs a JWT with the instance's key (RS256, RFC 7515). Signing is synchronous on purpose: the
 * thread pool may be full of password hashes, and a token must not wait behind them.
 */
export async function signJwt(ctx: Context, claims: object, header: Readonly<Record<string, string>> = PLAIN): Promise<string> {
  const signingKey = await keyOf(ctx);
  const payload = `${headOf(signingKey, header)}.${encode(claims)}`;
  return `${payload}.${sign('RSA-SHA256', Buffer.from(payload), signingKey.key).toString('base64url')}`;
}

/** Callers with a constant header pay for writing it once. */
function headOf({ kid, heads }: SigningKey, header: Readonly<Record<string, string>>): string {
  let head = heads.get(header);
  if (head === undefined) {
    head = encode({ alg: 'RS256', ...header, kid, typ: 'JWT' });
    heads.set(header, head);
  }
  return head;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

async function keyOf(ctx: Context): Promise<SigningKey> {
  const instanceId = ctx.instance.id;
  const known = inUse.get(instanceId);
  if (known) return known;
  const row = await store.findNewest(ctx.db, instanceId);
  if (!row) throw new Error(`Instance ${instanceId} has no signing key.`);
  const key = createPrivateKey(ctx.platform.vault.open(instanceId, PURPOSE, row.private_key_encrypted));
  const found: SigningKey = { kid: row.id, key, heads: new WeakMap() };
  inUse.set(instanceId, found);
  return found;
}
