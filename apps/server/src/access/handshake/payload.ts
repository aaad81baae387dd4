import { signJwt } from '../../instances/keys/signing-keys.ts';
import { after, MINUTE } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import * as store from './store.ts';

/** What is kept is fetched as soon as the browser is back: this is plenty. */
const NONCE_LIFETIME = MINUTE;

const PURPOSE = 'handshake-directives';

/** Signs the cookies of a handshake, so that the application's server can believe what its browser brings. */
export function signPayload(ctx: Context, directives: readonly string[]): Promise<string> {
  return signJwt(ctx, { handshake: directives });
}

/** Keeps the cookies of a handshake for the application's server to fetch once. */
export function keepPayload(ctx: Context, directives: readonly string[]): Promise<string> {
  return keepSealed(ctx, PURPOSE, directives);
}

/** Hands out the cookies behind a nonce, once; `null` when there are none, or the time is up. */
export function fetchPayload(ctx: Context, nonce: string): Promise<string[] | null> {
  return takeSealed<string[]>(ctx, PURPOSE, nonce);
}

/** Keeps what signs somebody in for a moment, encrypted; the nonce opens it once. */
export async function keepSealed(ctx: Context, purpose: string, content: unknown): Promise<string> {
  const nonce = randomSecret();
  await store.removeExpired(ctx.db, ctx.instance.id, now(ctx));
  await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    nonce_hash: hashFor(purpose, nonce),
    directives_encrypted: ctx.platform.vault.seal(ctx.instance.id, purpose, JSON.stringify(content)),
    expires_at: after(now(ctx), NONCE_LIFETIME),
  });
  return nonce;
}

/** What is behind a nonce for this purpose, once; `null` when there is nothing, or the time is up. */
export async function takeSealed<Content>(ctx: Context, purpose: string, nonce: string): Promise<Content | null> {
  const row = await store.take(ctx.db, ctx.instance.id, hashFor(purpose, nonce));
  if (!row || row.expires_at <= now(ctx)) return null;
  return JSON.parse(ctx.platform.vault.open(ctx.instance.id, purpose, row.directives_encrypted)) as Content;
}

/** A nonce for one purpose is unknown to all others. */
function hashFor(purpose: string, nonce: string): Buffer {
  return hashSecret(`${purpose}:${nonce}`);
}
