import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

describe('the reverification dialog', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const attributes = { username: { enabled: true, required: false } };
  const password = { strategy: 'password' };
  const email = { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test' };

  /** Changes the username in the profile, which the server refuses at first. */
  const changeUsername = async ({ page }: DevPage) => {
    await page.click('.cl-profileSectionPrimaryButton__username');
    await page.fill('[name=username]', 'noor2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog [class*=cl-reverification-]');
  };

  it('stands between a person and a delicate change, and then lets it happen', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      const { page } = dev;
      await dev.start({ dark: look.dark, signedIn: true, attributes, reverifyFirst: [password, email] }, 'UserProfile');
      await changeUsername(dev);
      await page.locator('dialog [name=password]:focus').waitFor();
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await page.keyboard.type('wrong\n');
      await page.waitForSelector('dialog .cl-formFieldErrorText__password');
      await page.fill('dialog [name=password]', 'right');
      await page.keyboard.press('Enter');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.locator('.cl-profileSectionItem__username:has-text("noor2")').waitFor();
      expect(dev.problems).toEqual([]);
    }
  });

  it('takes another way', async () => {
    const dev = await browser.open();
    const { page } = dev;
    await dev.start({ signedIn: true, attributes, reverifyFirst: [password, email] }, 'UserProfile');
    await changeUsername(dev);
    await page.click('dialog .cl-footerActionLink');
    await page.waitForSelector('dialog .cl-reverification-alternativeMethods');
    expect(await dev.violations()).toEqual([]);
    await page.click('dialog .cl-alternativeMethodsBlockButton');
    await page.locator('dialog [name=code]:enabled:focus').waitFor();
    await page.keyboard.type('424242');
    await page.locator('.cl-profileSectionItem__username:has-text("noor2")').waitFor();
  });

  it('asks for the second factor of those who have one', async () => {
    const dev = await browser.open();
    const { page } = dev;
    await dev.start({ signedIn: true, attributes, reverifyFirst: [password], reverifySecond: [{ strategy: 'totp' }, { strategy: 'backup_code' }] }, 'UserProfile');
    await changeUsername(dev);
    await page.locator('dialog [name=code]:enabled:focus').waitFor();
    expect(await dev.violations()).toEqual([]);
    await page.click('dialog .cl-footerActionLink');
    await page.click('dialog .cl-alternativeMethodsBlockButton');
    await page.fill('dialog [name=code]', 'k7wq2m9x');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog .cl-formFieldErrorText__code');
    await page.fill('dialog [name=code]', '424242');
    await page.keyboard.press('Enter');
    await page.locator('.cl-profileSectionItem__username:has-text("noor2")').waitFor();
  });

  it('changes nothing when it is closed, and says so', async () => {
    const dev = await browser.open();
    const { page } = dev;
    await dev.start({ signedIn: true, attributes, reverifyFirst: [password] }, 'UserProfile');
    await changeUsername(dev);
    await page.locator('dialog [name=password]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.waitForSelector('.cl-actionCard .cl-alert__danger:has-text("Nothing was changed")');
    expect(await page.inputValue('[name=username]')).toBe('noor2');
  });

  it('says what to do when an account has nothing to prove itself with', async () => {
    const dev = await browser.open();
    await dev.start({ signedIn: true, attributes, reverifyFirst: [] }, 'UserProfile');
    await changeUsername(dev);
    await dev.page.waitForSelector('dialog .cl-reverification-noAvailableMethods');
    expect(await dev.violations()).toEqual([]);
  });
});
