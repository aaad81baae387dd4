import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';
import { walletsOf } from './providers.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const metamask = '.cl-socialButtonsBlockButton__metamask';

it('names the wallets, without those it cannot speak to', () => {
  expect(walletsOf(['web3_okx_wallet_signature', 'web3_base_signature', 'web3_solana_signature'])).toEqual([
    { id: 'okx_wallet', strategy: 'web3_okx_wallet_signature', name: 'OKX Wallet', logoUrl: undefined },
    { id: 'base', strategy: 'web3_base_signature', name: 'Base', logoUrl: undefined },
  ]);
});

describe.each(['SignIn', 'SignUp'])('%s with a wallet', name => {
  it('lets those in who are known, and is clean for axe, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      await dev.start({ dark: look.dark, social: [], wallets: ['metamask', 'okx_wallet'] }, name);
      expect(await dev.page.textContent(metamask)).toContain('Continue with MetaMask');
      expect(await dev.violations()).toEqual([]);
      expect(await dev.page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await dev.page.click(metamask);
      await dev.page.waitForFunction(() => document.body.dataset['done']);
      expect(dev.problems).toEqual([]);
    }
  });

  it.each([
    ['missing', /install its extension/],
    ['refused', /Nothing was signed/],
  ] as const)('says in words when the wallet is %s', async (wallet, expected) => {
    const dev = await browser.open();
    await dev.start({ social: [], wallets: ['metamask'], wallet }, name);
    await dev.page.click(metamask);
    await dev.page.waitForSelector('.cl-alert__danger');
    expect(await dev.page.textContent('.cl-alert__danger')).toMatch(expected);
    expect(dev.problems).toEqual([]);
  });

  it('asks newcomers for what is missing', async () => {
    const dev = await browser.open();
    await dev.start({ social: [], wallets: ['metamask'], wallet: 'new' }, name, { withSignUp: true });
    await dev.page.click(metamask);
    await dev.page.waitForSelector('.cl-signUp-continue [name=emailAddress]');
    expect(dev.problems).toEqual([]);
  });
});
