import { expect, it } from 'vitest';
import { after, DAY } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import { createTestInstance } from '../../testing/app.ts';
import { deleteLeftBehind } from './forget-clients.ts';

type Test = Awaited<ReturnType<typeof createTestInstance>>;

const PASSWORD = 'violet lantern 7';

/** How many rows an instance has of what visitors leave behind. */
async function countsOf({ ctx, instance }: Test): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['sessions', 'clients', 'dev_browsers', 'sign_in_tokens'] as const) {
    counts[table] = (await ctx.db.selectFrom(table).select('id').where('instance_id', '=', instance.id).execute()).length;
  }
  return counts;
}

/** Makes all of an instance `days` older: other files share the database, and keep theirs. */
async function age({ ctx, instance }: Test, days: number): Promise<void> {
  const at = after(now(ctx), -days * DAY);
  await ctx.db.updateTable('sessions').set({ created_at: at, abandon_at: at }).where('instance_id', '=', instance.id).execute();
  await ctx.db.updateTable('clients').set({ updated_at: at }).where('instance_id', '=', instance.id).execute();
  await ctx.db.updateTable('dev_browsers').set({ created_at: at }).where('instance_id', '=', instance.id).execute();
  await ctx.db.updateTable('sign_in_tokens').set({ expires_at: at }).where('instance_id', '=', instance.id).execute();
  await ctx.db.deleteFrom('sign_ins').where('instance_id', '=', instance.id).execute();
}

it('forgets sessions that are over, clients that nobody is signed in on, and old tickets', async () => {
  const test = await createTestInstance();
  const { body: user } = await test.bapi('POST', '/v1/users', { json: { email_address: ['eve@example.com'], password: PASSWORD } });
  await test.bapi('POST', '/v1/sign_in_tokens', { json: { user_id: user.id } });
  const signIn = async (browser = test.browser()) => {
    await browser.post('/v1/client/sign_ins', { identifier: 'eve@example.com', strategy: 'password', password: PASSWORD });
    return browser;
  };
  await signIn();
  await signIn();
  const last = await signIn();
  await test.browser().post('/v1/client/sign_ins', { identifier: 'eve@example.com' });
  expect(await countsOf(test)).toEqual({ sessions: 3, clients: 4, dev_browsers: 4, sign_in_tokens: 1 });

  await deleteLeftBehind(test.ctx.db, after(now(test.ctx), -5000 * DAY));
  expect(await countsOf(test)).toMatchObject({ sessions: 3, clients: 4 });

  await age(test, 6000);
  // The newest session is told by its id where the moments are the same.
  await deleteLeftBehind(test.ctx.db, after(now(test.ctx), -5000 * DAY), 1);
  expect(await countsOf(test)).toEqual({ sessions: 1, clients: 1, dev_browsers: 1, sign_in_tokens: 0 });
  const { body } = await last.get('/v1/client');
  expect(body.response.sessions).toEqual([]);
});

it('forgets nobody who is signed in, however long ago they came', async () => {
  const test = await createTestInstance();
  await test.bapi('POST', '/v1/users', { json: { email_address: ['ida@example.com'], password: PASSWORD } });
  const browsers = [test.browser(), test.browser()];
  for (const browser of browsers) await browser.post('/v1/client/sign_ins', { identifier: 'ida@example.com', strategy: 'password', password: PASSWORD });
  const longAgo = after(now(test.ctx), -6000 * DAY);
  await test.ctx.db.updateTable('sessions').set({ created_at: longAgo }).where('instance_id', '=', test.instance.id).execute();
  await test.ctx.db.updateTable('clients').set({ updated_at: longAgo }).where('instance_id', '=', test.instance.id).execute();
  await deleteLeftBehind(test.ctx.db, after(now(test.ctx), -5000 * DAY));
  for (const browser of browsers) expect((await browser.get('/v1/client')).body.response.sessions).toHaveLength(1);
});
