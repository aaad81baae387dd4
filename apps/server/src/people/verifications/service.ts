import { now, type Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import * as store from './store.ts';
import type { VerificationRow } from './tables.ts';

export { attemptCode, checkCode, isTestIdentity, readLinkToken, startCode, startLink, type CodeOutcome, type NewCode, type StartedCode, type StartedLink } from './codes.ts';
export { verificationResource } from './resource.ts';
export { verificationStatus } from './status.ts';

export async function find(ctx: Context, id: string | null): Promise<VerificationRow | null> {
  if (id === null) return null;
  return (await store.find(ctx.db, ctx.instance.id, id)) ?? null;
}

/** The verifications with these ids, in one query, by id. */
export async function findMany(ctx: Context, ids: readonly string[]): Promise<Map<string, VerificationRow>> {
  const rows = await store.findMany(ctx.db, ctx.instance.id, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** A proof that was given at once (a password, a ticket) or by someone's word (an administrator's). */
export interface Proved {
  strategy: string;
  target?: string | null;
  clientId?: string | null;
}

/** Records a proof that needed no preparation. */
export function recordVerified(ctx: Context, { strategy, target = null, clientId = null }: Proved): Promise<VerificationRow> {
  return store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'verification'),
    strategy,
    target,
    client_id: clientId,
    attempts: 1,
    created_at: now(ctx),
    verified_at: now(ctx),
    verified_at_client: clientId,
  });
}

/** Marks an open verification as passed; `null` when it was passed or failed already. */
export async function markVerified(ctx: Context, id: string, clientId: string | null = null): Promise<VerificationRow | null> {
  return (await store.markVerified(ctx.db, ctx.instance.id, id, now(ctx), clientId)) ?? null;
}
