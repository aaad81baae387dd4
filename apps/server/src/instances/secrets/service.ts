import { now, type Context } from '../../platform/context.ts';
import * as store from './store.ts';

/** The secrets that an instance can have of its own, and what each is for. */
export const INSTANCE_SECRETS = {
  turnstile_secret_key: 'Secret key of the Turnstile widget whose site key is set as sign_up.turnstile_site_key.',
  turnstile_invisible_secret_key: 'Secret key of the invisible widget, sign_up.turnstile_invisible_site_key.',
} as const;

export type InstanceSecretName = keyof typeof INSTANCE_SECRETS;

/** Keeps a secret of an instance, encrypted, in the place of the one before. */
export function setSecret(ctx: Context, name: InstanceSecretName, value: string): Promise<void> {
  const sealed = ctx.platform.vault.seal(ctx.instance.id, purposeOf(name), value);
  return store.put(ctx.db, { instance_id: ctx.instance.id, name, value_encrypted: sealed, updated_at: now(ctx) });
}

/** A secret of an instance; `null` when it has none of this name. */
export async function readSecret(ctx: Context, name: InstanceSecretName): Promise<string | null> {
  const row = await store.find(ctx.db, ctx.instance.id, name);
  return row ? ctx.platform.vault.open(ctx.instance.id, purposeOf(name), row.value_encrypted) : null;
}

/** Forgets a secret of an instance. Answers whether there was one. */
export function removeSecret(ctx: Context, name: InstanceSecretName): Promise<boolean> {
  return store.remove(ctx.db, ctx.instance.id, name);
}

function purposeOf(name: InstanceSecretName): string {
  return `instance-secret:${name}`;
}
