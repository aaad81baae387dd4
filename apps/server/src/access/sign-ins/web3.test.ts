import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '../../platform/clock.ts';
import { signedIn } from '../../people/testing/people.ts';
import { createUser } from '../../people/users/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';
import { SoftwareWallet } from '../../testing/wallet.ts';
import { timeTravel } from '../testing/travel.ts';

const advance = timeTravel();
const STRATEGIES = ['web3_metamask_signature', 'web3_base_signature', 'web3_coinbase_wallet_signature', 'web3_okx_wallet_signature'] as const;
const [METAMASK] = STRATEGIES;
const settings = { attributes: { web3_wallet: { enabled: true, first_factors: [...STRATEGIES] }, email_address: { required: false } } };
const errorOf = (answer: Answer) => answer.body.errors?.[0]?.code;

async function owner(test: TestInstance): Promise<{ userId: string; wallet: SoftwareWallet }> {
  const wallet = new SoftwareWallet();
  const { user } = await createUser(test.ctx, { wallets: [{ wallet: wallet.address.toLowerCase(), verified: true }] });
  return { userId: user.id, wallet };
}

/** A sign-in that waits for a signature. */
async function challenge(browser: Browser, wallet: SoftwareWallet, strategy: string = METAMASK) {
  const begun = await browser.post('/v1/client/sign_ins', { identifier: wallet.address });
  expect(begun.status, begun.text).toBe(200);
  const path = `/v1/client/sign_ins/${begun.body.response.id}`;
  const factor = begun.body.response.supported_first_factors.find((one: { strategy: string }) => one.strategy === strategy);
  const prepared = await browser.post(`${path}/prepare_first_factor`, { strategy, web3_wallet_id: factor.web3_wallet_id });
  expect(prepared.status, prepared.text).toBe(200);
  const { message, nonce } = prepared.body.response.first_factor_verification;
  return { begun, message: message as string, nonce, attempt: (signature: string) => browser.post(`${path}/attempt_first_factor`, { strategy, signature }) };
}

describe('signing in with a wallet', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it.each(STRATEGIES)('by %s', async (strategy) => {
    const { userId, wallet } = await owner(test);
    const { begun, message, nonce, attempt } = await challenge(test.browser(), wallet, strategy);
    expect(begun.body.response.supported_identifiers).toContain('web3_wallet');
    expect(begun.body.response.supported_first_factors).toContainEqual({ strategy, web3_wallet_id: expect.stringMatching(/^idn_/), primary: true });
    expect(message).toContain(`localhost:3000 wants you to sign in with your Ethereum account:\n${wallet.address}`);
    expect(message).toContain(`Nonce: ${nonce}`);
    const done = await attempt(wallet.sign(message));
    expect(done.body.response).toMatchObject({ status: 'complete', first_factor_verification: { object: 'verification_web3', strategy, status: 'verified' } });
    expect(done.body.client.sessions[0].user).toMatchObject({ id: userId, web3_wallets: [{ web3_wallet: wallet.address }] });
  });

  it('refuses signatures of others, of other texts, and too late', async () => {
    const { wallet } = await owner(test);
    const { message, attempt } = await challenge(test.browser(), wallet);
    const other = await challenge(test.browser(), wallet);
    for (const signature of [new SoftwareWallet().sign(message), wallet.sign(`${message} `), wallet.sign(other.message), 'nonsense']) {
      expect(errorOf(await attempt(signature))).toBe('form_incorrect_signature');
    }
    await advance(10 * MINUTE + 1);
    expect(errorOf(await attempt(wallet.sign(message)))).toBe('verification_expired');
  });

  it('lets a signature pass once', async () => {
    const { wallet } = await owner(test);
    const { message, attempt } = await challenge(test.browser(), wallet);
    const answers = await Promise.all(Array.from({ length: 4 }, () => attempt(wallet.sign(message))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('knows no wallets of other instances, and none that nobody has', async () => {
    const { wallet } = await owner(test);
    const elsewhere = await createTestInstance({ settings });
    expect(errorOf(await elsewhere.browser().post('/v1/client/sign_ins', { identifier: wallet.address }))).toBe('form_identifier_not_found');
    expect(errorOf(await test.browser().post('/v1/client/sign_ins', { identifier: new SoftwareWallet().address }))).toBe('form_identifier_not_found');
  });

  it('shows under enumeration protection the same for everybody, and opens no decoy', async () => {
    const hiding = await createTestInstance({ settings: { ...settings, attack_protection: { enumeration_protection: true } } });
    const [{ wallet }, nobody] = [await owner(hiding), new SoftwareWallet()];
    const [real, decoy] = [await challenge(hiding.browser(), wallet), await challenge(hiding.browser(), nobody)];
    const strategiesOf = ({ begun }: typeof real) => begun.body.response.supported_first_factors.map((factor: { strategy: string }) => factor.strategy);
    expect(strategiesOf(decoy)).toEqual(strategiesOf(real));
    expect(errorOf(await decoy.attempt(nobody.sign(decoy.message)))).toBe('form_incorrect_signature');
    expect((await real.attempt(wallet.sign(real.message))).body.response.status).toBe('complete');
  });

  it('is refused to wallets on the blocklist, as is adding one', async () => {
    const strict = await createTestInstance({ settings: { ...settings, restrictions: { blocklist_enabled: true } } });
    const [{ wallet }, fresh] = [await owner(strict), new SoftwareWallet()];
    for (const { address } of [wallet, fresh]) await strict.bapi('POST', '/v1/blocklist_identifiers', { json: { identifier: address } });
    expect(errorOf(await strict.browser().post('/v1/client/sign_ins', { identifier: wallet.address }))).toBe('not_allowed_access');
    expect(errorOf(await strict.browser().post('/v1/client/sign_ups', { web3_wallet: fresh.address }))).toBe('not_allowed_access');
    const { browser } = await signedIn(strict);
    expect(errorOf(await browser.post('/v1/me/web3_wallets', { web3_wallet: fresh.address }))).toBe('not_allowed_access');
  });

  it('is refused where wallets are not used', async () => {
    const plain = await createTestInstance();
    expect(errorOf(await plain.browser().post('/v1/client/sign_ins', { identifier: new SoftwareWallet().address }))).toBe('form_param_format_invalid');
    expect(errorOf(await plain.browser().post('/v1/client/sign_ups', { web3_wallet: new SoftwareWallet().address }))).toBe('form_param_unknown');
  });
});

describe('signing up with a wallet', () => {
  it('needs its signature, and no password', async () => {
    const test = await createTestInstance({ settings });
    const wallet = new SoftwareWallet();
    const browser = test.browser();
    const begun = await browser.post('/v1/client/sign_ups', { web3_wallet: wallet.address });
    expect(begun.body.response).toMatchObject({ status: 'missing_requirements', missing_fields: [], unverified_fields: ['web3_wallet'], web3_wallet: wallet.address });
    const path = `/v1/client/sign_ups/${begun.body.response.id}`;
    const prepared = await browser.post(`${path}/prepare_verification`, { strategy: METAMASK });
    const { message } = prepared.body.response.verifications.web3_wallet;
    const attempt = (signature: string) => browser.post(`${path}/attempt_verification`, { strategy: METAMASK, signature });
    expect(errorOf(await attempt(new SoftwareWallet().sign(message)))).toBe('form_incorrect_signature');
    const done = await attempt(wallet.sign(message));
    expect(done.body.response).toMatchObject({ status: 'complete', verifications: { web3_wallet: { status: 'verified', next_action: '' } } });
    const { user } = done.body.client.sessions[0];
    expect(user).toMatchObject({ primary_web3_wallet_id: user.web3_wallets[0].id, web3_wallets: [{ web3_wallet: wallet.address, verification: { status: 'verified', strategy: METAMASK } }] });
    expect(errorOf(await test.browser().post('/v1/client/sign_ups', { web3_wallet: wallet.address.toLowerCase() }))).toBe('form_identifier_exists');
  });
});

describe('wallets in a profile', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ settings });
  });

  it('are added, proved, made primary and removed', async () => {
    const { browser, userId } = await signedIn(test);
    const wallet = new SoftwareWallet();
    const added = await browser.post('/v1/me/web3_wallets/', { web3_wallet: wallet.address });
    expect(added.body.response).toMatchObject({ object: 'web3_wallet', web3_wallet: wallet.address, verification: null });
    const path = `/v1/me/web3_wallets/${added.body.response.id}`;
    const { message } = (await browser.post(`${path}/prepare_verification`, { strategy: METAMASK })).body.response.verification;
    expect(errorOf(await browser.post(`${path}/attempt_verification`, { signature: new SoftwareWallet().sign(message) }))).toBe('form_incorrect_signature');
    expect((await browser.post(`${path}/attempt_verification`, { signature: wallet.sign(message) })).body.response.verification).toMatchObject({ status: 'verified', strategy: METAMASK });
    expect((await browser.get('/v1/me')).body.response.primary_web3_wallet_id).toBe(added.body.response.id);
    expect((await browser.get(path)).body.response).toMatchObject({ id: added.body.response.id, web3_wallet: wallet.address, verification: { status: 'verified' } });
    expect((await browser.get('/v1/me/web3_wallets')).body).toMatchObject([{ web3_wallet: wallet.address }]);
    expect((await test.bapi('GET', '/v1/users', { query: { web3_wallet: wallet.address } })).body).toMatchObject([{ id: userId }]);
    expect((await browser.delete(path)).body.response).toMatchObject({ object: 'web3_wallet', deleted: true });
    expect(errorOf(await browser.post('/v1/me/web3_wallets', { web3_wallet: '0x12' }))).toBe('form_param_format_invalid');
  });

  it('belong to whoever proves them first, and are nobody else’s business', async () => {
    const { userId, wallet } = await owner(test);
    const { browser } = await signedIn(test);
    expect(errorOf(await browser.post('/v1/me/web3_wallets', { web3_wallet: wallet.address }))).toBe('form_identifier_exists');
    const { body } = await test.bapi('GET', `/v1/users/${userId}`);
    const [{ id }] = body.web3_wallets;
    expect((await browser.get(`/v1/me/web3_wallets/${id}`)).status).toBe(404);
    expect((await browser.delete(`/v1/me/web3_wallets/${id}`)).status).toBe(404);
    const elsewhere = await createTestInstance({ settings });
    expect((await elsewhere.bapi('DELETE', `/v1/users/${userId}/web3_wallets/${id}`)).status).toBe(404);
    expect(errorOf(await test.bapi('DELETE', `/v1/users/${userId}/web3_wallets/${id}`))).toBe('identification_deletion_failed');
  });

  it('are given and taken by servers', async () => {
    const wallet = new SoftwareWallet();
    const created = await test.bapi('POST', '/v1/users', { json: { web3_wallet: [wallet.address], email_address: [`w${Date.now()}@example.com`], skip_password_requirement: true } });
    expect(created.body.web3_wallets).toMatchObject([{ web3_wallet: wallet.address, verification: { strategy: 'admin' } }]);
    const path = `/v1/users/${created.body.id}/web3_wallets/${created.body.web3_wallets[0].id}`;
    expect((await test.bapi('DELETE', path)).body).toMatchObject({ object: 'web3_wallet', deleted: true });
  });
});
