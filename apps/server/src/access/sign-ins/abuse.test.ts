import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';

const PATH = '/v1/client/sign_ins';
const PASSWORD = 'violet lantern 7 river';
const GUESSES = 1_000;
/** Browsers that guess side by side, each with a sign-in of its own. */
const BROWSERS = 20;

const outcomeOf = (answer: Answer): string => (answer.status === 200 ? answer.body.response.status : answer.body.errors[0].code);

function count(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

describe('a thousand guesses at once', { timeout: 180_000 }, () => {
  let test: TestInstance;
  let hiding: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { lockout_max_attempts: 10 } } });
    hiding = await createTestInstance({ settings: { attack_protection: { lockout_max_attempts: 10, enumeration_protection: true } } });
  });

  /** Someone whose password is another system's hash. Right guesses are as cheap to tell as can be, wrong ones wait for a core as all do. */
  async function person(test: TestInstance, address: string): Promise<string> {
    const json = { email_address: [address], password_hasher: 'sha256', password_digest: createHash('sha256').update(PASSWORD).digest('hex') };
    const { status, text, body } = await test.bapi('POST', '/v1/users', { json });
    expect(status, text).toBe(200);
    return body.id;
  }

  /** Sends guesses from many sign-ins of the same person, all at once. */
  async function guessAll(test: TestInstance, address: string, guess: (browser: Browser, path: string, number: number) => Promise<Answer>): Promise<string[]> {
    const attempts = await Promise.all(
      Array.from({ length: BROWSERS }, async () => {
        const browser = test.browser();
        const { body } = await browser.post(PATH, { identifier: address });
        return { browser, path: `${PATH}/${body.response.id}/attempt_first_factor` };
      }),
    );
    const each = GUESSES / BROWSERS;
    const answers = await Promise.all(attempts.flatMap(({ browser, path }, at) => Array.from({ length: each }, (_, n) => guess(browser, path, at * each + n))));
    return answers.map(outcomeOf);
  }

  // What finds no place to wait is refused unjudged: hashing is bounded, whoever asks.
  it('at a password tell no more than the lockout allows, and the right one among them passes no more', async () => {
    const address = 'ada@example.com';
    await person(test, address);
    const outcomes = await guessAll(test, address, (browser, path, number) =>
      browser.post(path, { strategy: 'password', password: number === GUESSES - 1 ? PASSWORD : `guess ${number}` }),
    );
    const { form_password_incorrect: judged, user_locked: locked = 0, service_unavailable: refused = 0 } = count(outcomes);
    expect([judged, locked + refused]).toEqual([10, GUESSES - 10]);
    expect(locked).toBeGreaterThan(0);
  });

  it('at a password that is right tell no stranger so once the account is locked', async () => {
    const address = 'alan@example.com';
    await person(hiding, address);
    const outcomes = await guessAll(hiding, address, (browser, path, number) =>
      browser.post(path, { strategy: 'password', password: number >= GUESSES / 10 ? PASSWORD : `guess ${number}` }),
    );
    // A slow machine turns more of them away; what nobody may learn is that one was right, or the account locked.
    const { form_password_incorrect: judged = 0, service_unavailable: _refused, ...telling } = count(outcomes);
    expect(telling).toEqual({});
    expect(judged).toBeGreaterThan(10);
  });

  it('with the right code use it once', async () => {
    const address = 'grace@example.com';
    const userId = await person(test, address);
    const browser = test.browser();
    const { id, supported_first_factors: factors } = (await browser.post(PATH, { identifier: address })).body.response;
    const { email_address_id: emailId } = factors.find(({ strategy }: { strategy: string }) => strategy === 'email_code');
    await browser.post(`${PATH}/${id}/prepare_first_factor`, { strategy: 'email_code', email_address_id: emailId });
    const code = test.lastCode(address);
    const guess = () => browser.post(`${PATH}/${id}/attempt_first_factor`, { strategy: 'email_code', code });
    const { complete = 0, service_unavailable: refused = 0, ...others } = count((await Promise.all(Array.from({ length: GUESSES }, guess))).map(outcomeOf));
    expect(complete).toBeLessThanOrEqual(1);
    for (const failure of ['form_code_incorrect', 'internal_clerk_error']) expect(others).not.toHaveProperty(failure);
    // A machine that is too slow for all of them may have refused whoever was first, before the code was used or after.
    if (complete === 0) {
      expect(refused).toBeGreaterThan(0);
      await guess();
    }
    expect((await test.bapi('GET', '/v1/sessions', { query: { user_id: userId } })).body).toHaveLength(1);
  });
});
