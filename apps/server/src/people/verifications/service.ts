import { after } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { Json } from '../../platform/database/tables.ts';
import { newId } from '../../platform/ids.ts';
import { CODE_TTL } from './codes.ts';
import * as store from './store.ts';
import type { VerificationRow } from './tables.ts';

export { CODE_TTL as CHALLENGE_TTL, attemptCode, checkCode, findByLink, isTestIdentity, readLinkToken, startCode, startLink, type CodeOutcome, type LinkToken, type NewCode, type StartedCode, type StartedLink } from './codes.ts';
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

/** Something to be signed by a key that only one person has. */
export interface NewChallenge {
  strategy: string;
  /** What the signature is about: a wallet; nothing for passkeys, which say it themselves. */
  target?: string | null;
  nonce: string;
  /** The text that is signed, where it is more than the nonce. */
  message?: string | null;
  clientId: string;
  /** What the answer will be checked by. */
  data?: Json;
}

/** Starts a verification by a signature. It is good for as long as a code. */
export function startChallenge(ctx: Context, { strategy, target = null, nonce, message = null, clientId, data = {} }: NewChallenge): Promise<VerificationRow> {
  const at = now(ctx);
  return store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'verification'),
    strategy,
    target,
    nonce,
    message,
    client_id: clientId,
    created_at: at,
    expires_at: after(at, CODE_TTL),
    data,
  });
}

/** A proof that was given at once (a password, a ticket) or by someone's word (an administrator's). */
export interface Proved {
  strategy: string;
  target?: string | null;
  clientId?: string | null;
  /** What it proved, for whoever uses it. */
  data?: Json;
}

/** Records a proof that needed no preparation. */
export async function recordVerified(ctx: Context, { strategy, target = null, clientId = null, data = {} }: Proved): Promise<VerificationRow> {
  const at = now(ctx);
  const row: VerificationRow = {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'verification'),
    strategy,
    channel: null,
    target,
    code_hash: null,
    nonce: null,
    message: null,
    attempts: 1,
    created_at: at,
    expires_at: null,
    verified_at: at,
    failed_at: null,
    transferable: false,
    client_id: clientId,
    verified_at_client: clientId,
    external_redirect_url: null,
    error: null,
    data,
  };
  await store.insertWhole(ctx.db, row);
  return row;
}

/** Marks an open verification as passed; `null` when it was passed or failed already. */
export async function markVerified(ctx: Context, id: string, clientId: string | null = null): Promise<VerificationRow | null> {
  return (await store.markVerified(ctx.db, ctx.instance.id, id, now(ctx), clientId)) ?? null;
}
