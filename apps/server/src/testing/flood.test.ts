import { beforeAll, describe, expect, it } from 'vitest';
import { signedIn } from '../people/testing/people.ts';
import { createTestInstance, type TestInstance } from './app.ts';

const REQUESTS = 400;

describe('hundreds of requests at once', { timeout: 180_000 }, () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  it.each(['/v1/environment', '/v1/client', '/.well-known/jwks.json'])('to %s are all answered, none with a fault', async (path) => {
    const { browser } = await signedIn(test);
    const answers = await Promise.all(Array.from({ length: REQUESTS }, () => browser.get(path)));
    const statuses = new Set(answers.map(({ status }) => status));
    // A machine that is too slow says so.
    statuses.delete(503);
    expect([...statuses]).toEqual([200]);
  });

  it('that begin sign-ups leave the next one possible', async () => {
    const answers = await Promise.all(Array.from({ length: REQUESTS / 4 }, (_, n) => test.browser().post('/v1/client/sign_ups', { email_address: `flood${n}+clerk_test@example.com` })));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect((await test.browser().post('/v1/client/sign_ups', { email_address: 'after+clerk_test@example.com' })).status).toBe(200);
  });
});
