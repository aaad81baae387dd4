import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hashPassword } from '../../people/passwords/service.ts';
import { createUser } from '../../people/users/service.ts';
import type { Answer } from '../../testing/browser.ts';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';

const PASSWORD = 'a9Jw-T1Vs-hgn0';

/** Beside the hash, what a sign-in costs is its statements: they must not become more by accident. */
describe('a sign-in with a password in a new browser', () => {
  let test: ProductionInstance;
  beforeAll(async () => {
    test = await createProductionInstance();
  });
  afterEach(() => void vi.restoreAllMocks());

  it('takes few statements', async () => {
    // The instance and its key are read once a minute at most.
    await signIn(PASSWORD);
    const { answer, statements } = await signIn(PASSWORD);
    expect(answer.body.response.status).toBe('complete');
    expect(answer.body.client.sessions[0].last_active_token.jwt).toEqual(expect.any(String));
    // The person, the proof, the noted sign-in, client, session, the sign-in, and the transaction's two ends.
    expect(statements).toBeLessThanOrEqual(8);
  });

  it('takes few where the password is wrong, too', async () => {
    await signIn(PASSWORD);
    const { answer, statements } = await signIn('wrong-password');
    expect(answer.body.errors[0].code).toBe('form_password_incorrect');
    // The person, client, sign-in, the count of wrong attempts, and the transaction's two ends.
    expect(statements).toBeLessThanOrEqual(6);
  });

  /** Somebody signs in for the first time. */
  async function signIn(password: string): Promise<{ answer: Answer; statements: number }> {
    const identifier = `p${randomBytes(6).toString('hex')}@example.com`;
    await createUser(test.ctx, { emails: [{ address: identifier, verified: true }], password: await hashPassword(PASSWORD) });
    const sent = vi.spyOn(Client.prototype, 'query').mockClear();
    const answer = await test.send('POST', '/v1/client/sign_ins', { form: { strategy: 'password', identifier, password }, headers: { origin: `https://app.${test.domain}` } });
    return { answer, statements: sent.mock.calls.length };
  }
});
