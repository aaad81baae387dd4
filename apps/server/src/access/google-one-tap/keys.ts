import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { HOUR, MINUTE, SECOND } from '../../platform/clock.ts';

/** Long enough for a slow answer, short enough for a person who waits. */
const TIMEOUT = 5 * SECOND;
/** Keys are asked for again when a token names one that is unknown, but not more often than this. */
const COOLDOWN = MINUTE / 2;
const KEPT_FOR = HOUR;

const keySets = new LRUCache<string, JWTVerifyGetKey>({ max: 1000 });

/** The keys at an address. They are fetched when they are needed and kept, also while a new key is being introduced. */
export function keysAt(url: string): JWTVerifyGetKey {
  let keys = keySets.get(url);
  if (!keys) {
    keys = createRemoteJWKSet(new URL(url), { timeoutDuration: TIMEOUT, cooldownDuration: COOLDOWN, cacheMaxAge: KEPT_FOR });
    keySets.set(url, keys);
  }
  return keys;
}
