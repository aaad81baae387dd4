import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';
import { isLastUsed } from './identifiers.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const inLabel = '.cl-formFieldLabel .cl-lastAuthenticationStrategyBadge';
const onButton = '.cl-socialButtons .cl-lastAuthenticationStrategyBadge';

it('knows which field a strategy belongs to', () => {
  expect(isLastUsed('email_address', 'email_link')).toBe(true);
  expect(isLastUsed('email_address', 'phone_code')).toBe(false);
  expect(isLastUsed('phone_number', 'phone_code')).toBe(true);
  expect(isLastUsed('email_address_username', 'username')).toBe(true);
  expect(isLastUsed('username', 'password')).toBe(true);
  expect(isLastUsed('email_address', 'oauth_google')).toBe(false);
  expect(isLastUsed('email_address', null)).toBe(false);
});

describe('the way in that was taken last', () => {
  it('is marked at the field, in words that are read out, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      const attributes = { username: { enabled: true }, phone_number: { enabled: true, used_for_first_factor: true } };
      await dev.start({ dark: look.dark, lastUsed: 'email_code', attributes }, 'SignIn');
      await dev.page.waitForSelector(inLabel);
      expect(await dev.page.getByLabel('Last used').getAttribute('name')).toBe('identifier');
      expect(await dev.page.locator(onButton).count()).toBe(0);
      expect(await dev.violations()).toEqual([]);
      expect(await dev.page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      // A code by email says nothing of the phone.
      await dev.page.click('.cl-formFieldAction__identifier');
      await dev.page.waitForSelector('.cl-phoneInputBox');
      expect(await dev.page.locator(inLabel).count()).toBe(0);
    }
  });

  it('needs no mark where there is no other', async () => {
    const dev = await browser.open();
    await dev.start({ social: [], lastUsed: 'password' }, 'SignIn');
    await dev.page.waitForSelector('[name=identifier]');
    expect(await dev.page.locator('.cl-lastAuthenticationStrategyBadge').count()).toBe(0);
  });

  it('is marked at a wallet too, on the first step and among the other ways', async () => {
    const dev = await browser.open();
    await dev.start({ social: [], wallets: ['metamask', 'base'], lastUsed: 'web3_metamask_signature' }, 'SignIn');
    expect(await dev.page.innerText(onButton)).toBe('Last used');
    await dev.page.fill('[name=identifier]', 'noor@harbor.test');
    await dev.page.keyboard.press('Enter');
    await dev.page.click('.cl-signIn-password .cl-footerActionLink');
    await dev.page.waitForSelector('.cl-signIn-alternativeMethods .cl-socialButtonsBlockButton__base');
    expect(await dev.page.innerText(`.cl-socialButtonsBlockButton__metamask .cl-lastAuthenticationStrategyBadge`)).toBe('Last used');
    expect(await dev.violations()).toEqual([]);
    await dev.page.click('.cl-socialButtonsBlockButton__metamask');
    await dev.page.waitForFunction(() => document.body.dataset['done']);
    expect(dev.problems).toEqual([]);
  });
});
