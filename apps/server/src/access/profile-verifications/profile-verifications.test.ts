import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Browser } from '../../testing/browser.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { signIn, someone } from '../testing/signed-in.ts';

const codeOf = (answer: Answer) => answer.body.errors?.[0]?.code;

describe('verifying what one adds to the profile', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes: { phone_number: { enabled: true } }, attack_protection: { reverification: false } } });
  });

  async function signedIn(): Promise<Browser> {
    const browser = test.browser();
    await signIn(test, browser, await someone(test));
    return browser;
  }
  async function add(browser: Browser, form: Record<string, string>): Promise<string> {
    const kind = 'phone_number' in form ? 'phone_numbers' : 'email_addresses';
    const answer = await browser.post(`/v1/me/${kind}`, form);
    expect(answer.status, answer.text).toBe(200);
    return `/v1/me/${kind}/${answer.body.response.id}`;
  }
  const address = () => `p${randomBytes(5).toString('hex')}@example.com`;

  it('an email address', async () => {
    const browser = await signedIn();
    const email = address();
    const path = await add(browser, { email_address: email });
    expect(codeOf(await browser.post(`${path}/attempt_verification`, { code: '123456' }))).toBe('verification_missing');
    expect(codeOf(await browser.post(`${path}/prepare_verification`, { strategy: 'email_link' }))).toBe('verification_strategy_invalid');
    const prepared = await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' });
    expect(prepared.body.response).toMatchObject({ object: 'email_address', verification: { status: 'unverified', strategy: 'email_code', attempts: 0 } });
    expect(codeOf(await browser.post(`${path}/prepare_verification`, { strategy: 'email_code' }))).toBe('verification_code_too_many_requests');

    const code = test.lastCode(email);
    expect(codeOf(await browser.post(`${path}/attempt_verification`, { code: code === '000000' ? '111111' : '000000' }))).toBe('form_code_incorrect');
    const done = await browser.post(`${path}/attempt_verification`, { code });
    expect(done.body.response.verification).toMatchObject({ status: 'verified', attempts: 2 });
    expect(done.body.client.sessions[0].user.email_addresses).toHaveLength(2);
    expect(codeOf(await browser.post(`${path}/attempt_verification`, { code }))).toBe('verification_already_verified');
  });

  it('a phone number', async () => {
    const browser = await signedIn();
    const path = await add(browser, { phone_number: '+12015550177' });
    await browser.post(`${path}/prepare_verification`, { strategy: 'phone_code' });
    const done = await browser.post(`${path}/attempt_verification`, { code: '424242' });
    expect(done.body.response).toMatchObject({ phone_number: '+12015550177', verification: { status: 'verified', strategy: 'phone_code' } });
  });

  it('only one’s own, and only while signed in', async () => {
    const browser = await signedIn();
    const path = await add(browser, { email_address: address() });
    const stranger = await signedIn();
    expect(codeOf(await stranger.post(`${path}/prepare_verification`, { strategy: 'email_code' }))).toBe('resource_not_found');
    expect(codeOf(await stranger.post(`${path}/attempt_verification`, { code: '424242' }))).toBe('resource_not_found');
    expect((await test.browser().post(`${path}/prepare_verification`, { strategy: 'email_code' })).status).toBe(401);
  });

  it('whoever proves an address first has it', async () => {
    const email = `${randomBytes(5).toString('hex')}+clerk_test@example.com`;
    const [first, second] = [await signedIn(), await signedIn()];
    const paths = [await add(first, { email_address: email }), await add(second, { email_address: email })];
    await first.post(`${paths[0]}/prepare_verification`, { strategy: 'email_code' });
    await second.post(`${paths[1]}/prepare_verification`, { strategy: 'email_code' });
    expect((await first.post(`${paths[0]}/attempt_verification`, { code: '424242' })).status).toBe(200);
    expect(codeOf(await second.post(`${paths[1]}/attempt_verification`, { code: '424242' }))).toBe('identification_claimed');
  });
});
