import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { address, PASSWORD, signedIn, signInAgain } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { addAuthenticatorApp, reverificationOf, shownBy } from '../testing/reverification.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const attributes = {
  phone_number: { enabled: true, used_for_second_factor: true },
  username: { enabled: true },
  web3_wallet: { enabled: true },
  passkey: { enabled: true },
  authenticator_app: { enabled: true },
  backup_code: { enabled: true },
};

/** Every change that the documentation calls sensitive, as far as it needs nothing but a session. */
const SENSITIVE: [what: string, change: (browser: Browser) => Promise<Answer>][] = [
  ['a new username', (browser) => browser.patch('/v1/me', { username: 'another_name' })],
  ['another primary address', (browser) => browser.patch('/v1/me', { primary_email_address_id: 'idn_other' })],
  ['a new password', (browser) => browser.post('/v1/me/change_password', { new_password: 'amber window 9 forest' })],
  ['no password', (browser) => browser.post('/v1/me/remove_password')],
  ['a new email address', (browser) => browser.post('/v1/me/email_addresses', { email_address: address('new') })],
  ['one email address less', (browser) => browser.delete('/v1/me/email_addresses/idn_other')],
  ['a new phone number', (browser) => browser.post('/v1/me/phone_numbers', { phone_number: '+12015550170' })],
  ['one phone number less', (browser) => browser.delete('/v1/me/phone_numbers/idn_other')],
  ['a number as second factor', (browser) => browser.patch('/v1/me/phone_numbers/idn_other', { reserved_for_second_factor: true })],
  ['a new wallet', (browser) => browser.post('/v1/me/web3_wallets', { web3_wallet: '0x2222222222222222222222222222222222222222' })],
  ['one wallet less', (browser) => browser.delete('/v1/me/web3_wallets/idn_other')],
  ['another external account', (browser) => browser.post('/v1/me/external_accounts', { strategy: 'oauth_google', redirect_url: 'http://localhost:3000/back' })],
  ['one external account less', (browser) => browser.delete('/v1/me/external_accounts/eac_other')],
  ['a new passkey', (browser) => browser.post('/v1/me/passkeys')],
  ['one passkey less', (browser) => browser.delete('/v1/me/passkeys/idn_other')],
  ['an authenticator app', (browser) => browser.post('/v1/me/totp')],
  ['no authenticator app', (browser) => browser.delete('/v1/me/totp')],
  ['new backup codes', (browser) => browser.post('/v1/me/backup_codes')],
  ['the end of another session', (browser) => browser.post('/v1/me/sessions/sess_other/revoke')],
  ['the end of the account', (browser) => browser.delete('/v1/me')],
];

describe('sensitive changes', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings: { attributes } });
  });

  it.each(SENSITIVE)('%s: not without a recent proof', async (_what, change) => {
    const { browser } = await signedIn(test);
    await advance(11 * MINUTE);
    const refused = await change(browser);
    expect([refused.status, errorOf(refused)]).toEqual([403, 'session_reverification_required']);
    const { start, attempt } = reverificationOf(browser);
    await start('second_factor');
    expect((await attempt('first', { strategy: 'password', password: PASSWORD })).body.response.status).toBe('complete');
    expect(errorOf(await change(browser))).not.toBe('session_reverification_required');
  });

  it('are possible soon after sign-in, and names and metadata always', async () => {
    const { browser } = await signedIn(test);
    expect((await browser.post('/v1/me/email_addresses', { email_address: address('soon') })).status).toBe(200);
    await advance(11 * MINUTE);
    expect((await browser.patch('/v1/me', { unsafe_metadata: '{"a":1}' })).status).toBe(200);
  });

  it('ask for the second factor of whoever has one, and only in the session in which it was proved', async () => {
    const { browser, userId } = await signedIn(test);
    const { secret } = await addAuthenticatorApp(browser);
    const elsewhere = await signInAgain(test, userId);
    await advance(11 * MINUTE);
    const { start, attempt } = reverificationOf(browser);
    await start('first_factor');
    await attempt('first', { strategy: 'password', password: PASSWORD });
    const change = (one: Browser) => one.post('/v1/me/email_addresses', { email_address: address('mfa') });
    expect(errorOf(await change(browser))).toBe('session_reverification_required');
    expect((await start('second_factor')).body.response.status).toBe('needs_second_factor');
    await attempt('second', { strategy: 'totp', code: await shownBy(secret) });
    expect((await change(browser)).status).toBe(200);
    expect(errorOf(await change(elsewhere))).toBe('session_reverification_required');
  });

  it('are open to whoever took their second factor away and proves the first one', async () => {
    const { browser } = await signedIn(test);
    await addAuthenticatorApp(browser);
    expect((await browser.delete('/v1/me/totp')).status).toBe(200);
    await advance(11 * MINUTE);
    expect(errorOf(await browser.post('/v1/me/passkeys'))).toBe('session_reverification_required');
    const { start, attempt } = reverificationOf(browser);
    await start('second_factor');
    await attempt('first', { strategy: 'password', password: PASSWORD });
    expect((await browser.post('/v1/me/passkeys')).status).toBe(200);
  });
});

describe('where sensitive changes ask for no proof', () => {
  it('an open browser is enough, but for the current password', async () => {
    const test = await createTestInstance({ settings: { attributes, attack_protection: { reverification: false } } });
    const { browser } = await signedIn(test);
    await advance(11 * MINUTE);
    expect((await browser.post('/v1/me/email_addresses', { email_address: address('free') })).status).toBe(200);
    const changed = await browser.post('/v1/me/change_password', { new_password: 'amber window 9 forest' });
    expect(changed.body.errors[0]).toMatchObject({ code: 'form_param_missing', meta: { param_name: 'current_password' } });
  });
});
