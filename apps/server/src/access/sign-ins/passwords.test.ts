import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';

const PATH = '/v1/client/sign_ins';

describe('a password', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { authenticator_app: { enabled: true } } } });
  });

  async function person(address: string, more: object): Promise<void> {
    const { status, text } = await test.bapi('POST', '/v1/users', { json: { email_address: [address], ...more } });
    expect(status, text).toBe(200);
  }
  const step = (browser: Browser, answer: Answer, name: string, form: Record<string, string>) => browser.post(`${PATH}/${answer.body.response.id}/${name}`, form);

  it('is compared exactly as it was typed', async () => {
    const password = '  Pässwörter mögen 😀 auch Leerzeichen, und sind recht lang   ';
    await person('exact@example.com', { password });
    const signIn = async (typed: string) => (await test.browser().post(PATH, { identifier: 'exact@example.com', password: typed })).status;
    expect(await signIn(password)).toBe(200);
    for (const other of [password.trim(), password.toLowerCase(), password.slice(0, -1), password.normalize('NFD'), password.replace('  P', ' P')]) expect(await signIn(other), other).toBe(422);
  });

  it('that is set anew does not stand in for the second factor', async () => {
    await person('two@example.com', { password: 'violet lantern 7 river', totp_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
    const browser = test.browser();
    const begun = await browser.post(PATH, { identifier: 'two@example.com' });
    const { email_address_id: emailId } = begun.body.response.supported_first_factors.find(({ strategy }: { strategy: string }) => strategy === 'reset_password_email_code');
    await step(browser, begun, 'prepare_first_factor', { strategy: 'reset_password_email_code', email_address_id: emailId });
    await step(browser, begun, 'attempt_first_factor', { strategy: 'reset_password_email_code', code: test.lastCode('two@example.com') });
    const reset = await step(browser, begun, 'reset_password', { password: 'amber window 9 forest' });
    expect(reset.body.response, reset.text).toMatchObject({ status: 'needs_second_factor', created_session_id: null });
    expect(reset.body.client.sessions).toEqual([]);
  });

  it('does not have to be changed from time to time', async () => {
    await person('old@example.com', { password: 'violet lantern 7 river' });
    const [user] = (await test.bapi('GET', '/v1/users', { query: { email_address: 'old@example.com' } })).body;
    await test.ctx.db.updateTable('users').set({ password_updated_at: new Date(0) }).where('instance_id', '=', test.instance.id).where('id', '=', user.id).execute();
    const { body } = await test.browser().post(PATH, { identifier: 'old@example.com', password: 'violet lantern 7 river' });
    expect(body.client.sessions[0].status).toBe('active');
  });
});
