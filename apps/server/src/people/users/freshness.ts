import { now, type Context, type Platform } from '../../platform/context.ts';
import * as store from './store.ts';

/**
 * Counts a change of what belongs to a user, a passkey or an address, as a change of the user: SDKs that
 * hold a user take another only when its `updated_at` is later.
 */
export function keepUsersFresh({ events }: Platform): void {
  events.on('user.updated', (ctx, { userId }) => freshenUser(ctx, userId));
}

/** The same for what other wings know of a user and their resource embeds. */
export function freshenUser(ctx: Context, userId: string): Promise<void> {
  return store.touch(ctx.db, ctx.instance.id, userId, now(ctx));
}
