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

/**
 * Creates a secret key of an instance. Only its hash can be searched; development instances also
 * keep it encrypted, so that the start page can show it again.
 *
 * @returns the key, readable only now for production instances
 */
export async function createSecretKey(platform: Platform, db: Db, instance: Pick<Instance, 'id' | 'environmentType'>, name: string): Promise<string> {
  const development = instance.environmentType === 'development';
  const secretKey = `${development ? 'sk_test_' : 'sk_live_'}${randomSecret().replace(/[-_]/g, '0')}`;
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
