import { describe, expect, it } from 'vitest';
import { after, DAY } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import { createTestInstance } from '../../testing/app.ts';
import { someone } from '../testing/signed-in.ts';
import { deleteOlder } from './forget.ts';

describe('forgetting attempts', () => {
  it('deletes what is over with its verifications, and nothing that somebody needs', async () => {
    const test = await createTestInstance();
    const { ctx } = test;
    const browser = test.browser();
    const signUp = (await browser.post('/v1/client/sign_ups', { email_address: 'kept+clerk_test@example.com', password: 'violet lantern 7' })).body.response;
    await browser.post(`/v1/client/sign_ups/${signUp.id}/prepare_verification`, { strategy: 'email_code' });
    await browser.post(`/v1/client/sign_ups/${signUp.id}/attempt_verification`, { strategy: 'email_code', code: '424242' });
    const other = test.browser();
    await someone(test);
    await other.post('/v1/client/sign_ins', { identifier: 'kept+clerk_test@example.com', password: 'violet lantern 7' });
    await test.browser().post('/v1/client/sign_ups', { email_address: 'left@example.com', strategy: 'email_code' });

    const count = async (table: 'sign_ins' | 'sign_ups' | 'verifications') =>
      (await ctx.db.selectFrom(table).select('id').where('instance_id', '=', test.instance.id).execute()).length;
    const counts = async () => [await count('sign_ins'), await count('sign_ups'), await count('verifications')];
    expect(await counts()).toEqual([1, 2, 3]);

    // Other files share the database: only what is this instance's is made old.
    await deleteOlder(ctx.db, after(now(ctx), -DAY));
    expect(await counts()).toEqual([1, 2, 3]);
    const old = after(now(ctx), -9 * DAY);
    await ctx.db.updateTable('sign_ins').set({ abandon_at: old }).where('instance_id', '=', test.instance.id).execute();
    await ctx.db.updateTable('sign_ups').set({ abandon_at: old }).where('instance_id', '=', test.instance.id).execute();
    await deleteOlder(ctx.db, after(now(ctx), -8 * DAY));
    expect(await counts()).toEqual([0, 0, 1]);
    const { body } = await browser.get('/v1/client');
    expect(body.response.sessions[0].user.email_addresses[0].verification).toMatchObject({ status: 'verified', strategy: 'email_code' });
  });
});
