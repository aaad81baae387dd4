import { beforeAll, describe, expect, it } from 'vitest';
import { after, MINUTE } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { createUser } from '../../people/users/service.ts';
import type { Browser } from '../../testing/browser.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Transfer } from './transfer.ts';

const codeOf = (answer: { body: { errors?: { code: string }[] } }) => answer.body.errors?.[0]?.code;

/** Carrying a proof over: what a social sign-in leaves behind when it meets an account, or none. */
describe('transfer', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  async function transferable(transfer: Transfer): Promise<string> {
    const id = newId(test.ctx, 'verification');
    await test.ctx.db
      .insertInto('verifications')
      .values({ instance_id: test.instance.id, id, strategy: 'oauth_google', transferable: true, created_at: now(test.ctx), expires_at: after(now(test.ctx), 10 * MINUTE), data: { transfer } })
      .execute();
    return id;
  }
  const begin = async (browser: Browser, path: string): Promise<string> => (await browser.post(path)).body.response.id;

  it('a sign-up with an account that exists becomes a sign-in, once', async () => {
    const { user } = await createUser(test.ctx, { emails: [{ address: 'here@example.com', verified: true }] });
    const browser = test.browser();
    const id = await begin(browser, '/v1/client/sign_ups');
    const proof = await transferable({ user_id: user.id });
    await test.ctx.db.updateTable('sign_ups').set({ external_account_verification_id: proof }).where('instance_id', '=', test.instance.id).where('id', '=', id).execute();
    expect((await browser.get(`/v1/client/sign_ups/${id}`)).body.response.verifications.external_account).toMatchObject({ status: 'transferable', strategy: 'oauth_google' });
    const done = await browser.post('/v1/client/sign_ins', { transfer: true });
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy: 'oauth_google', status: 'verified' } });
    expect(done.body.client.sessions[0].user.id).toBe(user.id);

    const other = test.browser();
    const second = await begin(other, '/v1/client/sign_ups');
    await test.ctx.db.updateTable('sign_ups').set({ external_account_verification_id: proof }).where('instance_id', '=', test.instance.id).where('id', '=', second).execute();
    expect(codeOf(await other.post('/v1/client/sign_ins', { transfer: true }))).toBe('account_transfer_invalid');
  });

  it('happens once when many try at once', async () => {
    const { user } = await createUser(test.ctx, { emails: [{ address: 'race@example.com', verified: true }] });
    const browser = test.browser();
    const id = await begin(browser, '/v1/client/sign_ups');
    const proof = await transferable({ user_id: user.id });
    await test.ctx.db.updateTable('sign_ups').set({ external_account_verification_id: proof }).where('instance_id', '=', test.instance.id).where('id', '=', id).execute();
    const answers = await Promise.all(Array.from({ length: 6 }, () => browser.post('/v1/client/sign_ins', { transfer: true })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await test.bapi('GET', '/v1/sessions', { query: { user_id: user.id } })).body).toHaveLength(1);
  });

  it('a sign-in with an account that is new becomes a sign-up', async () => {
    const browser = test.browser();
    const id = await begin(browser, '/v1/client/sign_ins');
    const proof = await transferable({ profile: { email_address: 'New@Example.com', email_address_verified: true, first_name: 'Nova' } });
    await test.ctx.db.updateTable('sign_ins').set({ first_factor_verification_id: proof }).where('instance_id', '=', test.instance.id).where('id', '=', id).execute();
    const done = await browser.post('/v1/client/sign_ups', { transfer: true });
    expect(done.body.response).toMatchObject({
      status: 'complete',
      email_address: 'new@example.com',
      verifications: { external_account: { status: 'verified' }, email_address: { status: 'verified', strategy: 'from_oauth_google' } },
    });
    expect(done.body.client.sessions[0].user).toMatchObject({ first_name: 'Nova', password_enabled: false });
  });

  it('an address that the provider does not vouch for is verified first', async () => {
    const browser = test.browser();
    const id = await begin(browser, '/v1/client/sign_ins');
    const proof = await transferable({ profile: { email_address: 'unsure+clerk_test@example.com' } });
    await test.ctx.db.updateTable('sign_ins').set({ first_factor_verification_id: proof }).where('instance_id', '=', test.instance.id).where('id', '=', id).execute();
    const { response } = (await browser.post('/v1/client/sign_ups', { transfer: true })).body;
    expect(response).toMatchObject({ status: 'missing_requirements', missing_fields: [], unverified_fields: ['email_address'] });
    await browser.post(`/v1/client/sign_ups/${response.id}/prepare_verification`, { strategy: 'email_code' });
    const done = await browser.post(`/v1/client/sign_ups/${response.id}/attempt_verification`, { strategy: 'email_code', code: '424242' });
    expect(done.body.response.status).toBe('complete');
  });
});
