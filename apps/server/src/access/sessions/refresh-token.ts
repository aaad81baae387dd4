import type { Context } from '../../platform/context.ts';
import { constantTimeEqual, hashSecret } from '../../platform/crypto.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/** Gives a session a new refresh token, of which only the hash is kept. The one before is good for nothing any more. */
export async function setRefreshToken(ctx: Context, sessionId: string, hash: Buffer): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, sessionId, { refresh_token_hash: hash });
}

/** Whether this is the refresh token of a session. */
export function isRefreshToken(session: SessionRow, token: string): boolean {
  return session.refresh_token_hash !== null && constantTimeEqual(session.refresh_token_hash, hashSecret(token));
}
