import type { Context } from '../../platform/context.ts';
import * as store from './store.ts';
import type { ExternalAccountRow } from './tables.ts';

/** The external accounts of these users, in one query. */
export function externalAccountsOf(ctx: Context, userIds: readonly string[]): Promise<ExternalAccountRow[]> {
  return store.listOf(ctx.db, ctx.instance.id, userIds);
}

/** The account that someone at a provider has connected here, if any. */
export async function findExternalAccount(ctx: Context, { provider, providerUserId }: { provider: string; providerUserId: string }): Promise<ExternalAccountRow | null> {
  return (await store.findByProvider(ctx.db, ctx.instance.id, provider, providerUserId)) ?? null;
}
