import { signJwt } from '../../instances/keys/signing-keys.ts';
import { after, MINUTE } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import { hashSecret, randomSecret } from '../../platform/crypto.ts';
import * as store from './store.ts';

/** A server fetches the payload as soon as the browser is back: this is plenty. */
const NONCE_LIFETIME = MINUTE;

const PURPOSE = 'handshake-directives';

/** Signs the cookies of a handshake, so that the application's server can believe what its browser brings. */
export function signPayload(ctx: Context, directives: readonly string[]): Promise<string> {
  return signJwt(ctx, { handshake: directives });
}

/** Keeps the cookies of a handshake for the application's server to fetch once; encrypted, for they sign someone in. */
export async function keepPayload(ctx: Context, directives: readonly string[]): Promise<string> {
  const nonce = randomSecret();
  await store.removeExpired(ctx.db, ctx.instance.id, now(ctx));
  await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    nonce_hash: hashSecret(nonce),
    directives_encrypted: ctx.platform.vault.seal(ctx.instance.id, PURPOSE, JSON.stringify(directives)),
    expires_at: after(now(ctx), NONCE_LIFETIME),
  });
  return nonce;
}

/** Hands out the cookies behind a nonce, once; `null` when there are none, or the time is up. */
export async function fetchPayload(ctx: Context, nonce: string): Promise<string[] | null> {
  const row = await store.take(ctx.db, ctx.instance.id, hashSecret(nonce));
  if (!row || row.expires_at <= now(ctx)) return null;
  return JSON.parse(ctx.platform.vault.open(ctx.instance.id, PURPOSE, row.directives_encrypted)) as string[];
}
