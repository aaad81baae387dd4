import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../../dev/look.mjs';
import { shortAddress } from './wallet.tsx';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const wallets = ['metamask', 'coinbase_wallet', 'okx_wallet'];
const items = '.cl-profileSectionItem__web3Wallets';

const openAdding = async ({ page }: DevPage) => {
  await page.click('.cl-profileSectionPrimaryButton__web3Wallets');
  await page.waitForSelector('.cl-socialButtonsBlockButton__metamask');
};
/** Chooses from the menu of the second wallet. */
const choose = async ({ page }: DevPage, label: string) => {
  await page.locator('.cl-menuButton__web3Wallets').nth(1).click();
  await page.getByRole('menuitem', { name: label }).click();
};

it('shortens an address to its ends', () => {
  expect(shortAddress('0x71C7656EC7ab88b098defB751B7401B5f6d8976F')).toBe('0x71C7…976F');
  expect(shortAddress('0x1234')).toBe('0x1234');
});

describe('wallets in the profile', () => {
  it('are connected, made primary and removed, clean for axe, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      const { page } = dev;
      await dev.start({ dark: look.dark, signedIn: true, wallets }, 'UserProfile');
      await page.waitForSelector(items);
      expect(await page.locator(items).count()).toBe(2);

      await openAdding(dev);
      expect(await page.locator('.cl-actionCard .cl-button[class*=socialButtons]').count()).toBe(1);
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await page.click('.cl-socialButtonsBlockButton__metamask');
      await page.locator('.cl-actionCard').waitFor({ state: 'detached' });
      expect(await page.locator(items).allInnerTexts()).toEqual([
        expect.stringMatching(/Coinbase Wallet[^]*0x71C7…976F[^]*Primary/),
        expect.stringMatching(/OKX Wallet[^]*0x2546…EC30/),
        expect.stringMatching(/MetaMask[^]*0xA11C…Beef/),
      ]);

      await choose(dev, 'Make primary');
      await page.waitForFunction(
        ([selector]) => document.querySelectorAll(selector ?? '')[1]?.textContent?.includes('Primary'),
        [items],
      );
      await choose(dev, 'Remove');
      await page.waitForSelector('.cl-actionCard .f-danger');
      expect(await dev.violations()).toEqual([]);
      await page.click('.cl-actionCard .f-danger');
      await page.locator('.cl-actionCard').waitFor({ state: 'detached' });
      expect(await page.locator(items).count()).toBe(2);
      expect(dev.problems).toEqual([]);
    }
  });

  it('say when nothing was signed, and are signed for at the next try', async () => {
    const dev = await browser.open();
    await dev.start({ signedIn: true, wallets, wallet: 'refused' }, 'UserProfile');
    await openAdding(dev);
    for (let tries = 1; tries <= 2; tries++) {
      await dev.page.click('.cl-socialButtonsBlockButton__metamask');
      await dev.page.waitForFunction(wanted => document.body.dataset['signatures'] === wanted, String(tries));
      await dev.page.waitForSelector('.cl-socialButtonsBlockButton__metamask:enabled');
      expect(await dev.page.textContent('.cl-alert__danger')).toMatch(/Nothing was signed/);
      // The wallet is there since the first try, and is not added twice.
      expect(await dev.page.locator(items).count()).toBe(3);
      expect(await dev.page.locator(items).last().innerText()).toContain('Unverified');
    }
    expect(dev.problems).toEqual([]);
  });
});
