import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { address, PASSWORD, signedIn } from '../../people/testing/people.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { FakeGoogle } from '../../testing/google.ts';

const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;
const oneTap = (token: string) => ({ strategy: 'google_one_tap', token });
let google: FakeGoogle;
let test: TestInstance;
beforeAll(async () => {
  google = await FakeGoogle.start();
  test = await createTestInstance({ settings: { ...google.settings, attributes: { first_name: { enabled: true } } } });
});
afterAll(() => google.stop());

describe('signing up with Google One Tap', () => {
  it('needs nothing else: address and name come from Google, and no password is needed', async () => {
    const email = address('up');
    const done = await test.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-1', email })));
    expect(done.body.response).toMatchObject({
      status: 'complete',
      email_address: email,
      verifications: { external_account: { object: 'verification_google_one_tap', status: 'verified' }, email_address: { status: 'verified', strategy: 'from_oauth_google' } },
    });
    const [{ user }] = done.body.client.sessions;
    expect(user).toMatchObject({ first_name: 'Grace', last_name: null, password_enabled: false, email_addresses: [{ email_address: email, verification: { status: 'verified' } }] });
    const [account] = user.external_accounts;
    expect(account).toMatchObject({ provider: 'oauth_google', provider_user_id: 'up-1', email_address: email, email_address_verified: true, image_url: 'https://images.example/grace.png' });
    expect(account.id).toMatch(/^eac_/);
    const seen = await test.bapi('GET', `/v1/users/${user.id}`);
    expect(seen.body.external_accounts).toEqual(user.external_accounts);
  });

  it('asks for what is still missing, and remembers the account meanwhile', async () => {
    const picky = await createTestInstance({ settings: { ...google.settings, attributes: { username: { enabled: true, required: true } } } });
    const browser = picky.browser();
    const begun = await browser.post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-2', email: address('up') })));
    expect(begun.body.response).toMatchObject({ status: 'missing_requirements', missing_fields: ['username'], unverified_fields: [] });
    const done = await browser.patch(`/v1/client/sign_ups/${begun.body.response.id}`, { username: 'grace_hopper' });
    expect(done.body.client.sessions[0].user.external_accounts).toMatchObject([{ provider_user_id: 'up-2' }]);
  });

  it('proves no address but Google’s own', async () => {
    const other = address('other');
    const { body } = await test.browser().post('/v1/client/sign_ups', { ...oneTap(await google.token({ sub: 'up-3', email: address('mine') })), email_address: other });
    expect(body.response).toMatchObject({ status: 'missing_requirements', email_address: other, unverified_fields: ['email_address'] });
    const unsure = await test.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-4', email: address('unsure'), email_verified: false })));
    expect(unsure.body.response).toMatchObject({ status: 'missing_requirements', unverified_fields: ['email_address'] });
  });

  it('proves no other address that is given later, either', async () => {
    const picky = await createTestInstance({ settings: { ...google.settings, attributes: { username: { enabled: true, required: true } } } });
    const browser = picky.browser();
    const begun = await browser.post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-5', email: address('mine') })));
    const { body } = await browser.patch(`/v1/client/sign_ups/${begun.body.response.id}`, { username: 'grace_other', email_address: address('other') });
    expect(body.response).toMatchObject({ status: 'missing_requirements', unverified_fields: ['email_address'] });
  });

  it('is refused to who could sign in, and to a token that was used', async () => {
    const { email } = await signedIn(test);
    expect(errorOf(await test.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-6', email }))))).toBe('external_account_exists');
    const token = await google.token({ sub: 'up-7', email: address('up') });
    const answers = await Promise.all(Array.from({ length: 3 }, () => test.browser().post('/v1/client/sign_ups', oneTap(token))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is refused where sign-ups are restricted, or the address is', async () => {
    const closed = await createTestInstance({ settings: { ...google.settings, sign_up: { mode: 'restricted' } } });
    expect(errorOf(await closed.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-8', email: address('up') }))))).toBe('sign_up_mode_restricted');
    const blocking = await createTestInstance({ settings: { ...google.settings, restrictions: { blocklist_enabled: true } } });
    await blocking.bapi('POST', '/v1/blocklist_identifiers', { json: { identifier: '*@example.com' } });
    expect(errorOf(await blocking.browser().post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'up-9', email: 'blocked@example.com' }))))).toBe('not_allowed_access');
  });
});

describe('external accounts', () => {
  async function connected(sub: string) {
    const browser = test.browser();
    const { body } = await browser.post('/v1/client/sign_ups', oneTap(await google.token({ sub, email: address('owner') })));
    const [{ user }] = body.client.sessions;
    return { browser, user, account: user.external_accounts[0] };
  }

  it('can be removed by their owner, and by servers, unless they are all there is', async () => {
    const { browser, user, account } = await connected('ext-1');
    const addressPath = `/v1/me/email_addresses/${user.email_addresses[0].id}`;
    expect(errorOf(await browser.delete(addressPath))).toBe('last_required_identification_deletion_failed');
    expect((await browser.delete(`/v1/me/external_accounts/${account.id}`)).body.response).toEqual({ object: 'external_account', id: account.id, deleted: true });
    expect((await browser.get('/v1/me')).body.response.external_accounts).toEqual([]);

    const other = await connected('ext-2');
    const path = `/v1/users/${other.user.id}/external_accounts/${other.account.id}`;
    expect((await test.bapi('DELETE', path)).body).toEqual({ object: 'external_account', id: other.account.id, deleted: true });
    expect((await test.bapi('DELETE', path)).status).toBe(404);
  });

  it('keep the address that they vouch for', async () => {
    const loose = await createTestInstance({ settings: { ...google.settings, attributes: { email_address: { required: false } } } });
    const browser = loose.browser();
    const { body } = await browser.post('/v1/client/sign_ups', oneTap(await google.token({ sub: 'ext-3', email: address('owner') })));
    const [{ user }] = body.client.sessions;
    const addressPath = `/v1/me/email_addresses/${user.email_addresses[0].id}`;
    expect((await browser.get(addressPath)).body.response.linked_to).toEqual(user.email_addresses[0].linked_to);
    expect(errorOf(await browser.delete(addressPath))).toBe('delete_linked_identification_disallowed');
    await browser.delete(`/v1/me/external_accounts/${user.external_accounts[0].id}`);
    expect(errorOf(await browser.delete(addressPath))).toBe('identification_deletion_failed');
  });

  it('are nobody else’s, and no other instance’s', async () => {
    const { account, user } = await connected('ext-4');
    const stranger = await signedIn(test);
    expect((await stranger.browser.delete(`/v1/me/external_accounts/${account.id}`)).status).toBe(404);
    expect((await test.bapi('DELETE', `/v1/users/${stranger.userId}/external_accounts/${account.id}`)).status).toBe(404);
    const elsewhere = await createTestInstance({ settings: google.settings });
    expect((await elsewhere.bapi('DELETE', `/v1/users/${user.id}/external_accounts/${account.id}`)).status).toBe(404);
  });

  it('can be searched for by their provider', async () => {
    const { user } = await connected('ext-5');
    const found = await test.bapi('GET', '/v1/users', { query: { provider: 'oauth_google', provider_user_id: ['ext-5', 'nobody'] } });
    expect(found.body.map(({ id }: { id: string }) => id)).toEqual([user.id]);
    expect((await test.bapi('GET', '/v1/users', { query: { provider: 'oauth_github', provider_user_id: 'ext-5' } })).body).toEqual([]);
  });

  it('of providers that need a redirect cannot be connected yet, and say so', async () => {
    const { browser } = await signedIn(test, { password: PASSWORD });
    expect(errorOf(await browser.post('/v1/me/external_accounts', { strategy: 'oauth_github', redirect_url: 'http://localhost:3000' }))).toBe('oauth_provider_not_enabled');
  });
});
