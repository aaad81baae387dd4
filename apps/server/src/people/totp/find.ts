import type { Context } from '../../platform/context.ts';
import * as store from './store.ts';

/** Those of these users who have an authenticator app, in one query. */
export async function usersWithTotp(ctx: Context, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  return new Set(await store.usersWithOne(ctx.db, ctx.instance.id, userIds));
}
