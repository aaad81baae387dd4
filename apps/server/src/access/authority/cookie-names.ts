import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Instance } from '../../platform/context.ts';

/** Carries the client token of production browsers. */
export const CLIENT_COOKIE = '__client';
/** When the client changed last, for servers that only see the application's cookies. */
export const CLIENT_UAT = '__client_uat';
/** Query parameter and cookie of the development browser. */
export const DEV_BROWSER = '__clerk_db_jwt';
export const SESSION_COOKIE = '__session';
export const REFRESH_COOKIE = '__refresh';
export const HANDSHAKE = '__clerk_handshake';
export const HANDSHAKE_NONCE = '__clerk_handshake_nonce';

const suffixes = new LRUCache<string, string>({ max: 1000 });

/**
 * Name of a cookie with the instance's suffix, which keeps apps on one host apart: the first eight
 * characters of the base64url SHA-1 of the publishable key (protocol §4).
 */
export function suffixed(name: string, { publishableKey }: Pick<Instance, 'publishableKey'>): string {
  let suffix = suffixes.get(publishableKey);
  if (suffix === undefined) {
    suffix = createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8);
    suffixes.set(publishableKey, suffix);
  }
  return `${name}_${suffix}`;
}
