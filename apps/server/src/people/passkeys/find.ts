import type { Context } from '../../platform/context.ts';
import * as store from './store.ts';
import type { PasskeyRow } from './tables.ts';

/** The passkeys that these users have set up, in one query. */
export function passkeysOf(ctx: Context, userIds: readonly string[]): Promise<PasskeyRow[]> {
  return store.listOf(ctx.db, ctx.instance.id, userIds);
}
