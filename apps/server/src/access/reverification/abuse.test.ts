import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../platform/clock.ts';
import { PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { reverificationOf } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const right = { strategy: 'password', password: PASSWORD };

describe('reverification', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attack_protection: { lockout_max_attempts: 3 } } });
  });

  it('is of sessions of one’s own: not on another client, not in another instance', async () => {
    const { browser } = await signedIn(test);
    const other = await createTestInstance();
    const strangers = [(await signedIn(test)).browser, (await signedIn(other)).browser];
    await reverificationOf(browser).start('first_factor');
    for (const stranger of strangers) {
      const theirs = reverificationOf(Object.assign(stranger, { sessionId: browser.sessionId }));
      for (const answer of [await theirs.start('first_factor'), await theirs.prepare('first', { strategy: 'email_code' }), await theirs.attempt('first', right)]) {
        expect([answer.status, errorOf(answer)]).toEqual([404, 'resource_not_found']);
      }
    }
    expect((await test.browser().post(`/v1/client/sessions/${browser.sessionId}/verify`, { level: 'first_factor' })).status).toBe(401);
  });

  it('takes no proof of somebody else, nor a code that was sent for something else', async () => {
    const [mine, theirs] = [await signedIn(test), await signedIn(test, { password: 'green window 9 forest' })];
    const { start, prepare, attempt } = reverificationOf(mine.browser);
    await start('first_factor');
    expect(errorOf(await attempt('first', { strategy: 'password', password: 'green window 9 forest' }))).toBe('form_password_incorrect');
    await reverificationOf(theirs.browser).start('first_factor');
    const [address] = (await theirs.browser.get('/v1/me/email_addresses')).body;
    expect(errorOf(await prepare('first', { strategy: 'email_code', email_address_id: address.id }))).toBe('form_resource_not_found');
    expect(errorOf(await attempt('first', { strategy: 'email_code', code: '424242' }))).toBe('verification_missing');
  });

  it('ends: nothing to go on with before it begins, an hour later, or when the session is over', async () => {
    const { browser } = await signedIn(test);
    const { start, prepare, attempt } = reverificationOf(browser);
    expect(errorOf(await attempt('first', right))).toBe('session_reverification_missing');
    await start('first_factor');
    await prepare('first', { strategy: 'email_code' });
    await advance(11 * MINUTE);
    expect(errorOf(await attempt('first', { strategy: 'email_code', code: '424242' }))).toBe('verification_expired');
    await advance(HOUR);
    expect(errorOf(await attempt('first', right))).toBe('session_reverification_missing');
    await start('first_factor');
    const { sessionId } = browser;
    await browser.post(`/v1/client/sessions/${sessionId}/end`);
    const ended = reverificationOf(Object.assign(browser, { sessionId }));
    expect(errorOf(await ended.attempt('first', right))).toBe('invalid_action_for_session');
  });

  it('counts wrong proofs towards the lock of the account', async () => {
    const { browser, userId } = await signedIn(test);
    const { start, attempt } = reverificationOf(browser);
    await start('first_factor');
    const wrong = () => attempt('first', { strategy: 'password', password: 'a guess of somebody' });
    for (let tries = 0; tries < 3; tries++) expect(errorOf(await wrong())).toBe('form_password_incorrect');
    expect(errorOf(await attempt('first', right))).toBe('user_locked');
    expect((await test.bapi('GET', `/v1/users/${userId}`)).body.locked).toBe(true);
  });

  it('passes once when many try the same code at once', async () => {
    const { browser } = await signedIn(test);
    const { start, prepare, attempt } = reverificationOf(browser);
    await start('first_factor');
    await prepare('first', { strategy: 'email_code' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => attempt('first', { strategy: 'email_code', code: '424242' })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    for (const answer of answers) if (answer.status !== 200) expect(errorOf(answer)).toBe('verification_already_verified');
  });

  it('is not for whoever acts as the person', async () => {
    const { userId } = await signedIn(test);
    const { token } = (await test.bapi('POST', '/v1/actor_tokens', { json: { user_id: userId, actor: { sub: 'support' } } })).body;
    const browser = test.browser();
    await browser.post('/v1/client/sign_ins', { strategy: 'ticket', ticket: token });
    expect(errorOf(await reverificationOf(browser).start('first_factor'))).toBe('resource_forbidden');
  });
});
