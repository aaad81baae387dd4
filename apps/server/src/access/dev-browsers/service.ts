import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import * as store from './store.ts';
import type { DevBrowserRow } from './tables.ts';

/**
 * Development browsers: in development the app is on `localhost` and the Frontend API elsewhere, so
 * cookies cannot tie the two together. A secret that travels in URLs does (protocol §5); in
 * production there is no such thing.
 */

/** Creates a development browser that has no client yet. Its token is a secret that is readable only now. */
export async function createDevBrowser(ctx: Context, homeOrigin: string | null): Promise<{ id: string; token: string }> {
  if (ctx.instance.environmentType !== 'development') throw apiError('request_invalid_for_environment');
  const id = newId(ctx, 'dev_browser');
  const token = `dvb_${randomSecret()}`;
  await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id,
    token_hash: hashSecret(token),
    client_id: null,
    home_origin: homeOrigin,
    created_at: now(ctx),
  });
  return { id, token };
}

export async function findDevBrowser(ctx: Context, token: string): Promise<DevBrowserRow | null> {
  return (await store.findByToken(ctx.db, ctx.instance.id, hashSecret(token))) ?? null;
}

/** Reads a development browser that is about to get a client; others that would give it one wait. */
export async function lockDevBrowser(ctx: Context, id: string): Promise<DevBrowserRow> {
  const row = await store.findForUpdate(ctx.db, ctx.instance.id, id);
  if (!row) throw apiError('dev_browser_unauthenticated');
  return row;
}

export function attachClient(ctx: Context, id: string, clientId: string): Promise<void> {
  return store.setClient(ctx.db, ctx.instance.id, id, clientId);
}
