import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { isUniqueViolation } from '../../platform/database/errors.ts';
import { newId } from '../../platform/ids.ts';
import * as store from './store.ts';
import type { RedirectUrlRow } from './tables.ts';

/** Longest address, in characters. */
const MAX_LENGTH = 8192;

/** Schemes that run or read something where they are opened, instead of leading to an app. */
const PROHIBITED = ['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'filesystem:', 'about:', 'view-source:'];

/** @throws `resource_not_found` */
export async function getRedirectUrl(ctx: Context, id: string): Promise<RedirectUrlRow> {
  const row = await store.find(ctx.db, ctx.instance.id, id);
  if (!row) throw apiError('resource_not_found', { longMessage: 'There is no redirect URL with this id.' });
  return row;
}

/**
 * Lists an address as one that apps may be redirected to.
 *
 * @throws `invalid_redirect_url`, `prohibited_redirect_url`, `insecure_url`, `redirect_url_too_long`, `form_already_exists`
 */
export async function createRedirectUrl(ctx: Context, text: string): Promise<RedirectUrlRow> {
  const url = requireUrl(ctx, text.trim(), 'url');
  const at = now(ctx);
  try {
    return await store.insert(ctx.db, { instance_id: ctx.instance.id, id: newId(ctx, 'redirect_url'), url, created_at: at, updated_at: at });
  } catch (error) {
    if (isUniqueViolation(error, 'redirect_urls_url')) throw apiError('form_already_exists', { param: 'url', cause: error });
    throw error;
  }
}

/** @throws `resource_not_found` */
export async function deleteRedirectUrl(ctx: Context, id: string): Promise<void> {
  if (!(await store.remove(ctx.db, ctx.instance.id, id))) await getRedirectUrl(ctx, id);
}

/** Whether apps of this instance may be redirected to exactly this address. */
export function isListedRedirectUrl(ctx: Context, url: string): Promise<boolean> {
  return url.length > MAX_LENGTH ? Promise.resolve(false) : store.has(ctx.db, ctx.instance.id, url);
}

/**
 * Checks an address to which a browser or an app is to be sent.
 *
 * @param param name of the parameter, for errors
 * @throws `invalid_redirect_url`, `prohibited_redirect_url`, `insecure_url`, `redirect_url_too_long`
 */
export function requireUrl({ instance }: Context, url: string, param: string): string {
  if (url === '') throw apiError('form_param_nil', { param });
  if (url.length > MAX_LENGTH) throw apiError('redirect_url_too_long', { param });
  if (!URL.canParse(url)) throw apiError('invalid_redirect_url', { param });
  const { protocol, hostname, username, password } = new URL(url);
  if (PROHIBITED.includes(protocol)) throw apiError('prohibited_redirect_url', { param });
  if (username !== '' || password !== '') throw apiError('invalid_redirect_url', { param });
  const local = instance.environmentType === 'development' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol === 'http:' && !local) throw apiError('insecure_url', { param });
  return url;
}
