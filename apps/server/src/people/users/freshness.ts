import { now, type Platform } from '../../platform/context.ts';
import * as store from './store.ts';

/**
 * Counts a change of what belongs to a user, a passkey or an address, as a change of the user: SDKs that
 * hold a user take another only when its `updated_at` is later.
 */
export function keepUsersFresh({ events }: Platform): void {
  events.on('user.updated', (ctx, { userId }) => store.touch(ctx.db, ctx.instance.id, userId, now(ctx)));
}
