import { beforeAll, describe, expect, it } from 'vitest';
import { address, PASSWORD, signedIn, signInAgain } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Browser } from '../../testing/browser.ts';
import { addAuthenticatorApp } from '../testing/reverification.ts';

const attributes = { phone_number: { enabled: true, used_for_second_factor: true }, authenticator_app: { enabled: true }, backup_code: { enabled: true } };
const isSignedIn = async (browser: Browser) => (await browser.get('/v1/me')).status === 200;

/** Adds an address and proves it. */
async function addEmailAddress(browser: Browser): Promise<string> {
  const { id } = (await browser.post('/v1/me/email_addresses', { email_address: address('another') })).body.response;
  await browser.post(`/v1/me/email_addresses/${id}/prepare_verification`, { strategy: 'email_code' });
  await browser.post(`/v1/me/email_addresses/${id}/attempt_verification`, { code: '424242' });
  return id;
}

describe('a person who changes a factor', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes, attack_protection: { end_other_sessions_on_factor_change: true } } });
  });

  it.each<[string, (browser: Browser) => Promise<unknown>]>([
    ['the password', (browser) => browser.post('/v1/me/change_password', { new_password: 'amber window 9 forest', current_password: PASSWORD })],
    ['an authenticator app', addAuthenticatorApp],
    ['an email address', addEmailAddress],
  ])('is signed out everywhere else: %s', async (_what, change) => {
    const { browser, userId } = await signedIn(test);
    const [other, stranger] = [await signInAgain(test, userId), (await signedIn(test)).browser];
    await change(browser);
    expect(await Promise.all([browser, other, stranger].map(isSignedIn))).toEqual([true, false, true]);
  });

  it('is signed out everywhere else by removing one, too', async () => {
    const { browser, userId } = await signedIn(test, { phone_number: ['+12015550171'] });
    const added = await addEmailAddress(browser);
    await addAuthenticatorApp(browser);
    const phone = (await browser.get('/v1/me')).body.response.phone_numbers[0].id;
    const removals = [
      () => browser.delete(`/v1/me/email_addresses/${added}`),
      () => browser.post('/v1/me/backup_codes'),
      () => browser.patch(`/v1/me/phone_numbers/${phone}`, { reserved_for_second_factor: 'true' }),
      () => browser.delete('/v1/me/totp'),
    ];
    for (const remove of removals) {
      const other = await signInAgain(test, userId);
      const { status, text } = await remove();
      expect(status, text).toBe(200);
      expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([true, false]);
    }
  });

  it('stays signed in where nothing is proved yet, and where a server makes the change', async () => {
    const { browser, userId } = await signedIn(test);
    const other = await signInAgain(test, userId);
    await browser.post('/v1/me/totp');
    await browser.post('/v1/me/email_addresses', { email_address: address('unproved') });
    await test.bapi('POST', '/v1/email_addresses', { json: { user_id: userId, email_address: address('given'), verified: true } });
    expect([await isSignedIn(browser), await isSignedIn(other)]).toEqual([true, true]);
  });

  it('stays signed in elsewhere unless the instance says otherwise', async () => {
    const plain = await createTestInstance({ settings: { attributes } });
    const { browser, userId } = await signedIn(plain);
    const other = await signInAgain(plain, userId);
    await addAuthenticatorApp(browser);
    expect(await isSignedIn(other)).toBe(true);
  });
});
