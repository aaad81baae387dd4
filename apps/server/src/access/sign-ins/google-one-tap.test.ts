import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createUser } from '../../people/users/service.ts';
import { address, signedIn } from '../../people/testing/people.ts';
import { HOUR, MINUTE } from '../../platform/clock.ts';
import { now } from '../../platform/context.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { FakeGoogle } from '../../testing/google.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const oneTap = (token: string) => ({ strategy: 'google_one_tap', token });
let google: FakeGoogle;
let test: TestInstance;
beforeAll(async () => {
  google = await FakeGoogle.start();
  test = await createTestInstance({ settings: google.settings });
});
afterAll(() => google.stop());

/** Somebody who has signed up with Google. */
async function googler(sub: string, email = address('googler')): Promise<{ email: string; userId: string }> {
  const { body } = await test.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub, email })));
  return { email, userId: body.response.created_user_id };
}

describe('signing in with Google One Tap', () => {
  it('is for who has signed up with it', async () => {
    const { userId, email } = await googler('in-1');
    const browser = test.browser();
    const done = await browser.post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-1', email, given_name: 'Amazing' })));
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { object: 'verification_google_one_tap', strategy: 'google_one_tap', status: 'verified' } });
    expect(done.body.client).toMatchObject({ last_authentication_strategy: 'google_one_tap', sessions: [{ user: { id: userId, external_accounts: [{ first_name: 'Amazing' }] } }] });
  });

  it('tells somebody new to sign up, with the same token', async () => {
    const [browser, token] = [test.browser(), await google.token({ sub: 'in-2', email: address('new') })];
    const answer = await browser.post('/v1/client/sign_ins', oneTap(token));
    expect([answer.status, errorOf(answer)]).toEqual([404, 'external_account_not_found']);
    expect((await browser.post('/v1/client/sign_ups', oneTap(token))).body.response.status).toBe('complete');
  });

  it('is linked to the account with the same verified address', async () => {
    const { userId, email } = await signedIn(test);
    const done = await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-3', email: email.toUpperCase() })));
    const [user] = done.body.client.sessions.map((session: { user: unknown }) => session.user);
    expect(user).toMatchObject({ id: userId, external_accounts: [{ provider: 'oauth_google', provider_user_id: 'in-3', verification: { status: 'verified' } }] });
    expect(user.email_addresses[0].linked_to).toEqual([{ type: 'oauth_google', id: user.external_accounts[0].identification_id }]);
    // From now on it is the account that counts, whatever its address.
    const again = await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-3', email: address('moved') })));
    expect(again.body.client.sessions[0].user.id).toBe(userId);
  });

  it('is not linked by an address that Google, or nobody here, has proved', async () => {
    const { email } = await signedIn(test);
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-4', email, email_verified: false }))))).toBe('external_account_not_found');
    const held = address('held');
    await createUser(test.ctx, { emails: [{ address: held, verified: false, reserved: true }] });
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-5', email: held }))))).toBe('external_account_exists');
  });

  it('opens no account that is banned, and asks for the second factor of one that has it', async () => {
    const banned = await googler('in-6');
    await test.bapi('POST', `/v1/users/${banned.userId}/ban`);
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-6' }))))).toBe('user_banned');

    const settings = { ...google.settings, attributes: { authenticator_app: { enabled: true } } };
    const strict = await createTestInstance({ settings });
    const created = await strict.bapi('POST', '/v1/users', { json: { email_address: ['two@example.com'], skip_password_requirement: true, totp_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' } });
    expect(created.status, created.text).toBe(200);
    const { body } = await strict.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-7', email: 'two@example.com' })));
    expect(body.response.status).toBe('needs_second_factor');
  });

  it('takes a token once, however often it is shown', async () => {
    const { email } = await googler('in-8');
    const token = await google.token({ sub: 'in-8', email });
    const answers = await Promise.all(Array.from({ length: 4 }, () => test.browser().post('/v1/client/sign_ins', oneTap(token))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(errorOf))).toEqual(new Set(['google_one_tap_token_invalid']));
  });

  it('knows no accounts of other instances', async () => {
    const { email } = await googler('in-9');
    const other = await createTestInstance({ settings: google.settings });
    expect(errorOf(await other.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub: 'in-9', email }))))).toBe('external_account_not_found');
  });
});

describe('the token of Google One Tap', () => {
  const sub = 'token-1';
  const attempt = async (claims: Record<string, unknown>, at?: Date) => errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub, email: 'x@example.com', ...claims }, at))));

  it.each([
    ['another application', { aud: 'other.apps.googleusercontent.com' }],
    ['another issuer', { iss: 'https://accounts.evil.example' }],
    ['nobody', { sub: undefined }],
    ['no time', { exp: undefined }],
  ])('is refused when it is for %s', async (_what, claims) => {
    expect(await attempt(claims)).toBe('google_one_tap_token_invalid');
  });

  it('is refused when it has expired, or is signed by somebody else', async () => {
    const old = await google.token({ sub });
    await advance(2 * HOUR);
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(old)))).toBe('google_one_tap_token_invalid');
    expect(await attempt({}, now(test.ctx))).toBe('external_account_not_found');

    const stranger = await FakeGoogle.start();
    const forged = await stranger.token({ sub }, now(test.ctx));
    await stranger.stop();
    const [head, body] = (await google.token({ sub }, now(test.ctx))).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of [forged, unsigned, `${head}.${body}.AAAA`, 'nonsense']) {
      expect(errorOf(await test.browser().post('/v1/client/sign_ins', oneTap(token)))).toBe('google_one_tap_token_invalid');
    }
  });

  it('is checked by keys for which Google is asked once, and again when it signs with a new one', async () => {
    const own = await FakeGoogle.start();
    const { browser } = await createTestInstance({ settings: own.settings });
    const error = async () => errorOf(await browser().post('/v1/client/sign_ins', oneTap(await own.token({ sub }))));
    expect([await error(), await error()]).toEqual(Array(2).fill('external_account_not_found'));
    expect(own.asked).toBe(1);

    await own.rotate();
    // Tokens that name keys at random must not make us ask all the time: a while must have passed.
    const minuteLater = Date.now() + MINUTE;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(minuteLater);
    try {
      expect(await error()).toBe('external_account_not_found');
    } finally {
      clock.mockRestore();
    }
    expect(own.asked).toBe(2);
    await own.stop();
  });

  it('is needed, where it is accepted at all', async () => {
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', { strategy: 'google_one_tap' }))).toBe('form_param_missing');
    const plain = await createTestInstance();
    expect(errorOf(await plain.browser().post('/v1/client/sign_ins', oneTap(await google.token({ sub }))))).toBe('oauth_provider_not_enabled');
    const environments = await Promise.all([plain, test].map((one) => one.browser().get('/v1/environment')));
    expect(environments.map(({ body }) => body.display_config.google_one_tap_client_id)).toEqual([null, 'foyer-tests.apps.googleusercontent.com']);
  });

  it('of an address with a plus is refused unless the instance says otherwise', async () => {
    expect(await attempt({ email: 'some+body@example.com' })).toBe('not_allowed_access');
  });
});
