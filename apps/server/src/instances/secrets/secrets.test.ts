import { describe, expect, it } from 'vitest';
import { createTestInstance } from '../../testing/app.ts';
import { readSecret, removeSecret, setSecret } from './service.ts';
import * as store from './store.ts';

describe('a secret of an instance', () => {
  it('is kept encrypted, replaced, and forgotten', async () => {
    const { ctx, instance } = await createTestInstance();
    expect(await readSecret(ctx, 'turnstile_secret_key')).toBeNull();
    await setSecret(ctx, 'turnstile_secret_key', 'first');
    await setSecret(ctx, 'turnstile_secret_key', 'second');
    expect(await readSecret(ctx, 'turnstile_secret_key')).toBe('second');
    expect((await store.find(ctx.db, instance.id, 'turnstile_secret_key'))?.value_encrypted.toString('latin1')).not.toContain('second');
    expect([await removeSecret(ctx, 'turnstile_secret_key'), await removeSecret(ctx, 'turnstile_secret_key')]).toEqual([true, false]);
    expect(await readSecret(ctx, 'turnstile_secret_key')).toBeNull();
  });

  it('is no other instance’s, and cannot be moved to one', async () => {
    const [one, other] = [await createTestInstance(), await createTestInstance()];
    await setSecret(one.ctx, 'turnstile_secret_key', 'mine');
    expect(await readSecret(other.ctx, 'turnstile_secret_key')).toBeNull();
    const row = await store.find(one.ctx.db, one.instance.id, 'turnstile_secret_key');
    if (!row) throw new Error('The secret was not kept.');
    await store.put(one.ctx.db, { ...row, instance_id: other.instance.id });
    await expect(readSecret(other.ctx, 'turnstile_secret_key')).rejects.toThrow();
  });
});
