import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../../platform/clock.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
describe('testing tokens', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
  });

  const bypass = async (token: string) => (await test.browser().post('/v1/client/sign_ups', {}, { __clerk_testing_token: token })).body.client.captcha_bypass;

  it('let a client pass the bot protection for an hour', async () => {
    const { body } = await test.bapi('POST', '/v1/testing_tokens');
    expect(body).toMatchObject({ object: 'testing_token', token: expect.stringMatching(/^\d{10}-c_[\w-]+$/) });
    expect(body.expires_at - Number(body.token.split('-')[0])).toBe(3600);
    expect(await bypass(body.token)).toBe(true);
    await advance(HOUR);
    expect(await bypass(body.token)).toBe(false);
  });

  it('of others, or made up, do nothing', async () => {
    const other = await createTestInstance();
    const { token } = (await other.bapi('POST', '/v1/testing_tokens')).body;
    expect(await bypass(token)).toBe(false);
    expect(await bypass('1713877200-c_2J2MvPu9PnXcuhbPZNao0LOXqK9A7YrnBn0HmIWxy')).toBe(false);
    expect(await bypass('nonsense')).toBe(false);
    expect((await test.browser().post('/v1/client/sign_ups')).body.client.captcha_bypass).toBe(false);
  });
});
