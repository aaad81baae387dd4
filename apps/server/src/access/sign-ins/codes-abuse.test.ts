import { randomInt, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { timeTravel } from '../testing/travel.ts';

const PASSWORD = 'violet lantern 7 river';
const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const settings = {
  attributes: { phone_number: { enabled: true, used_for_first_factor: true, used_for_second_factor: true } },
  attack_protection: { reverification: false },
};

type Step = 'first' | 'second';
interface SentCode {
  browser: Browser;
  code: string;
  path: string;
  attempt(code: string, browser?: Browser): Promise<Answer>;
}

/** Somebody whose messages can be read, with a number that may be their second factor. */
async function person(test: TestInstance, step: Step) {
  const email = `${randomUUID()}@example.com`;
  const phone = `+491512${String(randomInt(10_000_000)).padStart(7, '0')}`;
  const { id } = (await test.bapi('POST', '/v1/users', { json: { email_address: [email], password: PASSWORD } })).body;
  const added = await test.bapi('POST', '/v1/phone_numbers', { json: { user_id: id, phone_number: phone, verified: true, primary: true, reserved_for_second_factor: step === 'second' } });
  expect(added.status, added.text).toBe(200);
  return { email, phone };
}

/** A sign-in that waits for the code that was sent. */
async function sentCode(test: TestInstance, strategy: string, step: Step): Promise<SentCode> {
  const { email, phone } = await person(test, step);
  const to = strategy.includes('phone') ? phone : email;
  const browser = test.browser();
  const begun = await browser.post('/v1/client/sign_ins', step === 'second' ? { identifier: email, password: PASSWORD } : { identifier: to });
  const path = `/v1/client/sign_ins/${begun.body.response.id}`;
  const factors: { strategy: string; email_address_id?: string; phone_number_id?: string }[] = begun.body.response[`supported_${step}_factors`];
  const { email_address_id: emailId, phone_number_id: phoneId } = factors.find((factor) => factor.strategy === strategy) ?? {};
  const prepared = await browser.post(`${path}/prepare_${step}_factor`, { strategy, ...(emailId ? { email_address_id: emailId } : {}), ...(phoneId ? { phone_number_id: phoneId } : {}) });
  expect(prepared.status, prepared.text).toBe(200);
  return {
    browser,
    path,
    code: test.lastCode(to),
    attempt: (code, from = browser) => from.post(`${path}/attempt_${step}_factor`, { strategy, code }),
  };
}

describe.each<[string, Step]>([
  ['email_code', 'first'],
  ['phone_code', 'first'],
  ['reset_password_email_code', 'first'],
  ['reset_password_phone_code', 'first'],
  ['phone_code', 'second'],
])('a code by %s, as the %s factor', (strategy, step) => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('passes once', async () => {
    const { attempt, code } = await sentCode(test, strategy, step);
    expect((await attempt(code)).body.response.status).toBe(strategy.startsWith('reset_') ? 'needs_new_password' : 'complete');
    expect((await attempt(code)).status).toBeGreaterThanOrEqual(400);
  });

  it('passes for ten minutes', async () => {
    const { attempt, code } = await sentCode(test, strategy, step);
    await advance(10 * MINUTE);
    expect(errorOf(await attempt(code))).toBe('verification_expired');
  });

  it('passes for nobody else, on no other client, and in no other instance', async () => {
    const [mine, theirs] = [await sentCode(test, strategy, step), await sentCode(test, strategy, step)];
    if (mine.code !== theirs.code) expect(errorOf(await mine.attempt(theirs.code))).toBe('form_code_incorrect');
    const stranger = theirs.browser;
    expect((await mine.attempt(mine.code, stranger)).status).toBeGreaterThanOrEqual(400);
    const elsewhere = (await createTestInstance({ settings })).browser();
    await elsewhere.post('/v1/client/sign_ins');
    expect((await mine.attempt(mine.code, elsewhere)).status).toBeGreaterThanOrEqual(400);
    expect((await mine.attempt(mine.code)).status).toBe(200);
  });
});

describe('a code for one thing', () => {
  it('does not serve for another: to sign in, or to set a new password', async () => {
    const test = await createTestInstance({ settings });
    const { browser, path, code } = await sentCode(test, 'email_code', 'first');
    const answer = await browser.post(`${path}/attempt_first_factor`, { strategy: 'reset_password_email_code', code, password: 'amber window 9 forest' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await browser.get(path)).body.response.status).toBe('needs_first_factor');
  });
});
