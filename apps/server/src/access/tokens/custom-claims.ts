import { LRUCache } from 'lru-cache';
import { HOUR } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import type { TokenSession } from './mint.ts';
import { fillShortcodes } from './shortcodes.ts';
import { sourcesFor } from './sources.ts';

/** Bytes of custom claims beyond which the cookie of a session token may grow too large for browsers (sessions/session-tokens). */
const SIZE_LIMIT = 1.2 * 1024;

/** Instances that have been warned, so that the log is not full of it. */
const warned = new LRUCache<string, true>({ max: 1000, ttl: HOUR });

/** What an instance adds to its session tokens, for one session; `null` when it adds nothing. */
export async function customClaims(ctx: Context, session: Pick<TokenSession, 'id' | 'user_id' | 'actor' | 'last_active_organization_id'>): Promise<Json | null> {
  const template = ctx.instance.settings.session.custom_claims;
  if (Object.keys(template).length === 0) return null;
  const claims = fillShortcodes(template, await sourcesFor(ctx, template, session));
  warnAboutSize(ctx, session, claims);
  return claims;
}

function warnAboutSize(ctx: Context, session: Pick<TokenSession, 'user_id'>, claims: Json): void {
  const bytes = Buffer.byteLength(JSON.stringify(claims));
  if (bytes <= SIZE_LIMIT || warned.has(ctx.instance.id)) return;
  warned.set(ctx.instance.id, true);
  ctx.log.warn({ bytes, limit: SIZE_LIMIT, user: session.user_id }, 'the custom claims of session tokens are so large that browsers may drop the cookie');
}
