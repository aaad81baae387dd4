import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUser } from '../../people/users/service.ts';
import { signedDigest } from '../../people/web3-wallets/signature.ts';
import type { Config } from '../../platform/config.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { ContractWallet, FakeChain } from '../../testing/chain.ts';
import { SoftwareWallet } from '../../testing/wallet.ts';

const strategy = 'web3_base_signature';
const settings = { attributes: { web3_wallet: { enabled: true, first_factors: [strategy as 'web3_base_signature'] }, email_address: { required: false } } };
const errorOf = (answer: Answer) => answer.body.errors?.[0];

/** A wallet that is a contract has no key: the chain alone can say what it has signed (ERC-1271). */
describe('signing in with a contract wallet', () => {
  const chain = new FakeChain();
  let config: Config;
  let url: string;
  let test: TestInstance;
  beforeAll(async () => {
    url = await chain.listen();
    ({ config } = (await testApp()).platform);
    test = await createTestInstance({ settings });
  });
  beforeEach(() => {
    config.ethereumRpcUrl = url;
    chain.broken = undefined;
    chain.calls.length = 0;
  });
  afterAll(async () => {
    delete config.ethereumRpcUrl;
    await chain.close();
  });

  /** A sign-in with a wallet that somebody has, as far as the text to be signed. */
  async function challenge(address: string, on = test, known = true) {
    if (known) await createUser(on.ctx, { wallets: [{ wallet: address.toLowerCase(), verified: true }] });
    const browser = on.browser();
    const begun = await browser.post('/v1/client/sign_ins', { identifier: address });
    const path = `/v1/client/sign_ins/${begun.body.response.id}`;
    const prepared = await browser.post(`${path}/prepare_first_factor`, { strategy });
    const message: string = prepared.body.response.first_factor_verification.message;
    return { message, attempt: (signature: string) => browser.post(`${path}/attempt_first_factor`, { strategy, signature }) };
  }

  /** What the owners of a contract wallet sign: more than a key's signature, and not a whole number of words. */
  function sign(wallet: ContractWallet, message: string): string {
    const signature = randomBytes(65 * 2).toString('hex');
    wallet.signed.set(Buffer.from(signedDigest(message)).toString('hex'), signature);
    return `0x${signature}`;
  }

  function deployed(): ContractWallet {
    const wallet = new ContractWallet();
    chain.wallets.push(wallet);
    return wallet;
  }

  it('is for signatures that the contract takes for its own, once', async () => {
    const wallet = deployed();
    const { message, attempt } = await challenge(wallet.address);
    const signature = sign(wallet, message);
    expect((await attempt(signature)).body.response).toMatchObject({ status: 'complete', first_factor_verification: { strategy, status: 'verified' } });
    expect(chain.calls).toMatchObject([{ method: 'eth_call', params: [{ to: wallet.address.toLowerCase() }, 'latest'] }]);
    expect(errorOf(await attempt(signature)).code).toBe('verification_already_verified');
  });

  it('is refused for what it does not, and where there is no contract', async () => {
    const wallet = deployed();
    const { message, attempt } = await challenge(wallet.address);
    const other = await challenge(deployed().address);
    for (const signature of [`0x${randomBytes(130).toString('hex')}`, sign(wallet, `${message} `), sign(wallet, other.message), new SoftwareWallet().sign(message), '0xabc', 'nonsense']) {
      expect(errorOf(await attempt(signature)).code).toBe('form_incorrect_signature');
    }
    const nowhere = await challenge(new ContractWallet().address);
    expect(errorOf(await nowhere.attempt(`0x${randomBytes(130).toString('hex')}`)).code).toBe('form_incorrect_signature');
  });

  it('needs no chain for a wallet with a key', async () => {
    const wallet = new SoftwareWallet();
    const { message, attempt } = await challenge(wallet.address);
    expect((await attempt(wallet.sign(message))).body.response.status).toBe('complete');
    expect(chain.calls).toEqual([]);
  });

  it('can be tried again when the chain did not answer', async () => {
    const wallet = deployed();
    const { message, attempt } = await challenge(wallet.address);
    const signature = sign(wallet, message);
    chain.broken = { error: { code: -32005, message: 'rate limited' } };
    expect((await attempt(signature)).status).toBe(503);
    config.ethereumRpcUrl = 'http://127.0.0.1:1';
    expect(errorOf(await attempt(signature)).code).toBe('service_unavailable');
    chain.broken = undefined;
    config.ethereumRpcUrl = url;
    expect((await attempt(signature)).body.response.status).toBe('complete');
  });

  it('says where no chain is configured that it cannot be checked', async () => {
    delete config.ethereumRpcUrl;
    const wallet = deployed();
    const { message, attempt } = await challenge(wallet.address);
    expect(errorOf(await attempt(sign(wallet, message)))).toMatchObject({ code: 'form_incorrect_signature', long_message: expect.stringContaining('contract wallet') });
  });

  it('opens no decoy, and asks the chain for it all the same', async () => {
    const hiding = await createTestInstance({ settings: { ...settings, attack_protection: { enumeration_protection: true } } });
    const wallet = deployed();
    const { message, attempt } = await challenge(wallet.address, hiding, false);
    const signature = sign(wallet, message);
    for (let times = 0; times < 2; times += 1) expect(errorOf(await attempt(signature)).code).toBe('form_incorrect_signature');
    expect(chain.calls).toHaveLength(2);
  });
});
