import { createHmac } from 'node:crypto';
import { after, MINUTE } from '../../platform/clock.ts';
import { now, transaction, type Context } from '../../platform/context.ts';
import { constantTimeEqual, hashSecret } from '../../platform/crypto.ts';
import { lockClient, replaceToken } from './service.ts';
import * as store from './store.ts';
import type { ClientRow } from './tables.ts';

/** How long a native app has to fetch its new token. */
const NONCE_LIFETIME = 10 * MINUTE;

/**
 * A native app that signs someone in through the system's browser misses the answer that carries its
 * new client token. It is sent back with this nonce and exchanges it, together with the token it
 * still has, for the new one (`rotating_token_nonce`, protocol §2). The nonce is good for one
 * rotation of one client, and worthless without the old token.
 */
export function rotatingTokenNonce(ctx: Context, client: Pick<ClientRow, 'id' | 'token_rotated_at'>): string {
  return createHmac('sha256', ctx.platform.vault.signingKey('rotating-token'))
    .update(`${ctx.instance.id}:${client.id}:${client.token_rotated_at.getTime()}`)
    .digest('base64url');
}

/** Exchanges nonce and old token for the client and a new token, once; `null` when they do not fit. */
export function redeemRotatingNonce(ctx: Context, oldToken: string, nonce: string): Promise<{ client: ClientRow; token: string } | null> {
  return transaction(ctx, async (ctx) => {
    const found = await store.findByPreviousToken(ctx.db, ctx.instance.id, hashSecret(oldToken));
    if (!found) return null;
    // Read again once nobody else can redeem it: the nonce is of one rotation.
    const client = await lockClient(ctx, found.id);
    if (after(client.token_rotated_at, NONCE_LIFETIME) < now(ctx)) return null;
    if (!constantTimeEqual(rotatingTokenNonce(ctx, client), nonce)) return null;
    return { client, token: await replaceToken(ctx, client.id, false) };
  });
}
