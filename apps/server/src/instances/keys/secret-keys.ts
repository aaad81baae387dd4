import { createId, ID_RANDOM_BYTES } from '@foyer/protocol/ids';
import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { SECOND } from '../../platform/clock.ts';
import type { Context, Instance, Platform } from '../../platform/context.ts';
import { constantTimeEqual, hashSecret, randomSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/database/tables.ts';
import * as store from './secret-keys-store.ts';

const PURPOSE = 'secret-key';

/** A revoked key is refused everywhere after this time at the latest. */
const CACHE_TTL = 5 * SECOND;
const owners = new LRUCache<string, { instanceId: string; hash: Buffer }>({ max: 10_000, ttl: CACHE_TTL });

/** A secret key that cannot be used, with a sentence that says why. */
export class SecretKeyError extends Error {
  override name = 'SecretKeyError';
}

/** Shortest key that someone may bring along: what one can type is what one can guess. */
const SHORTEST = 32;

/**
 * Creates a secret key of an instance. Only its hash can be searched; development instances also
 * keep it encrypted, so that the start page can show it again.
 *
 * @throws SecretKeyError when the key that was chosen cannot be one
 * @returns the key, readable only now for production instances
 */
export async function createSecretKey(
  platform: Platform,
  db: Db,
  instance: Pick<Instance, 'id' | 'environmentType'>,
  { name, secretKey: chosen }: { name: string; secretKey?: string | undefined },
): Promise<string> {
  const development = instance.environmentType === 'development';
  const prefix = development ? 'sk_test_' : 'sk_live_';
  if (chosen !== undefined && (!chosen.startsWith(prefix) || chosen.length < SHORTEST || !/^[\w-]+$/.test(chosen))) {
    throw new SecretKeyError(`A secret key of a ${instance.environmentType} instance starts with ${prefix} and has at least ${SHORTEST} letters and digits.`);
  }
  const secretKey = chosen ?? `${prefix}${randomSecret().replace(/[-_]/g, '0')}`;
  await store.insert(db, {
    instance_id: instance.id,
    id: createId('secret_key', randomBytes(ID_RANDOM_BYTES), platform.clock.now().getTime()),
    name,
    hash: hashSecret(secretKey),
    hint: secretKey.slice(-4),
    secret_encrypted: development ? platform.vault.seal(instance.id, PURPOSE, secretKey) : null,
    created_at: platform.clock.now(),
  });
  return secretKey;
}

/** The instance that a secret key opens; `null` when it opens none (unknown or revoked). */
export async function instanceOfSecretKey(db: Db, secretKey: string): Promise<string | null> {
  const hash = hashSecret(secretKey);
  const id = hash.toString('base64');
  let owner = owners.get(id);
  if (!owner) {
    const row = await store.findByHash(db, hash);
    if (!row) return null;
    owner = { instanceId: row.instance_id, hash: row.hash };
    owners.set(id, owner);
  }
  return constantTimeEqual(owner.hash, hash) ? owner.instanceId : null;
}

/** The newest key of a development instance, for the start page; `null` when none can be shown. */
export async function shownSecretKey(ctx: Context): Promise<string | null> {
  const row = await store.findNewestShown(ctx.db, ctx.instance.id);
  return row?.secret_encrypted ? ctx.platform.vault.open(ctx.instance.id, PURPOSE, row.secret_encrypted) : null;
}

/** What may be shown of a secret key. */
export interface SecretKeySummary {
  id: string;
  name: string;
  /** Its last characters. */
  hint: string;
  createdAt: Date;
}

/** The secret keys of an instance that open it, newest first. */
export async function listSecretKeys(ctx: Context): Promise<SecretKeySummary[]> {
  const rows = await store.listActive(ctx.db, ctx.instance.id);
  return rows.map(({ id, name, hint, created_at: createdAt }) => ({ id, name, hint, createdAt }));
}

/** Revokes a secret key; other nodes refuse it within seconds. Answers whether there was such a key. */
export async function revokeSecretKey(ctx: Context, id: string): Promise<boolean> {
  const revoked = await store.revoke(ctx.db, ctx.instance.id, id, ctx.platform.clock.now());
  // Afterwards: until then a request may have remembered it once more.
  owners.clear();
  return revoked;
}
