import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../platform/clock.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import { signedIn } from '../testing/people.ts';
import { assertMaySignIn, getUser, recordFailedAttempt, recordSignIn } from './service.ts';

describe('wrong attempts', () => {
  let test: TestInstance;
  let shifted = 0;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { lockout_max_attempts: 5 } } });
  });
  afterEach(async () => {
    (await testApp()).clock.advance(-shifted);
    shifted = 0;
  });

  async function advance(ms: number): Promise<void> {
    shifted += ms;
    (await testApp()).clock.advance(ms);
  }
  const fail = (userId: string, times: number) => Promise.all(Array.from({ length: times }, () => recordFailedAttempt(test.ctx, userId)));
  const mayBe = async (userId: string) => assertMaySignIn(test.ctx, await getUser(test.ctx, userId));
  const remaining = async (userId: string) => (await test.bapi('GET', `/v1/users/${userId}`)).body.verification_attempts_remaining;

  it('lock an account once, also when they come at the same time', async () => {
    const { userId, email } = await signedIn(test);
    const { messages } = await testApp();
    await fail(userId, 4);
    expect(await remaining(userId)).toBe(1);
    await mayBe(userId);
    await fail(userId, 3);
    await expect(mayBe(userId)).rejects.toMatchObject({ status: 403, errors: [{ code: 'user_locked', meta: { lockout_expires_in_seconds: 3600 } }] });
    expect(messages.get(`${test.instance.id}:${email}`)?.template).toBe('account_locked');
    expect(await remaining(userId)).toBe(0);
  });

  it('are forgotten when the lock runs out', async () => {
    const { userId } = await signedIn(test);
    await fail(userId, 5);
    await advance(59 * MINUTE);
    await expect(mayBe(userId)).rejects.toThrow('You can try again in 1 minute.');
    await advance(MINUTE);
    await mayBe(userId);
    expect(await remaining(userId)).toBe(5);
    await fail(userId, 1);
    expect(await remaining(userId)).toBe(4);
  });

  it('are forgotten at the next sign-in', async () => {
    const { userId } = await signedIn(test);
    await fail(userId, 4);
    await recordSignIn(test.ctx, userId);
    expect(await remaining(userId)).toBe(5);
  });

  it('do not lock where that is turned off', async () => {
    const open = await createTestInstance({ settings: { attack_protection: { lockout_enabled: false, lockout_max_attempts: 3 } } });
    const { userId } = await signedIn(open);
    for (let n = 0; n < 5; n++) await recordFailedAttempt(open.ctx, userId);
    assertMaySignIn(open.ctx, await getUser(open.ctx, userId));
    expect((await open.bapi('GET', `/v1/users/${userId}`)).body.verification_attempts_remaining).toBeNull();
  });

  it('lock until somebody unlocks, where the settings say so', async () => {
    const strict = await createTestInstance({ settings: { attack_protection: { lockout_duration_in_minutes: null } } });
    const { userId } = await signedIn(strict);
    const { body } = await strict.bapi('POST', `/v1/users/${userId}/lock`);
    expect(body).toMatchObject({ locked: true, lockout_expires_in_seconds: null });
    await advance(1000 * HOUR);
    expect((await strict.bapi('GET', `/v1/users/${userId}`)).body.locked).toBe(true);
    expect((await strict.bapi('POST', `/v1/users/${userId}/unlock`)).body.locked).toBe(false);
  });

  it('a ban ends every session', async () => {
    const { browser, userId } = await signedIn(test);
    expect((await browser.get('/v1/me')).status).toBe(200);
    await test.bapi('POST', `/v1/users/${userId}/ban`);
    expect((await browser.get('/v1/me')).status).toBe(401);
    await expect(mayBe(userId)).rejects.toMatchObject({ code: 'user_banned', status: 403 });
  });
});
