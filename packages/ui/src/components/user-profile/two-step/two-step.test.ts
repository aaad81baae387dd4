import type { EnvironmentResource, UserResource } from '@foyer/js/types';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../../dev/look.mjs';
import { addableMethods } from './methods.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('addableMethods', () => {
  const all = Object.fromEntries(
    ['authenticator_app', 'phone_number', 'backup_code'].map(name => [name, { enabled: true, used_for_second_factor: true }]),
  ) as EnvironmentResource['userSettings']['attributes'];
  const user = (over: object) => ({ totpEnabled: false, backupCodeEnabled: false, twoFactorEnabled: false, ...over }) as UserResource;

  it('offers backup codes once there is something for them to stand in for', () => {
    expect(addableMethods(all, user({}))).toEqual(['totp', 'phone_code']);
    expect(addableMethods(all, user({ totpEnabled: true, twoFactorEnabled: true }))).toEqual(['phone_code', 'backup_code']);
    expect(addableMethods(all, user({ totpEnabled: true, twoFactorEnabled: true, backupCodeEnabled: true }))).toEqual(['phone_code']);
  });
});

describe('two-step verification', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const second = { enabled: true, used_for_second_factor: true };
  const attributes = { authenticator_app: second, phone_number: second, backup_code: second };
  const open = async (dev: DevPage, scenario: object) => {
    await dev.start({ signedIn: true, attributes, ...scenario }, 'UserProfile', { routing: 'virtual', __experimental_startPath: 'security' });
    await dev.page.waitForSelector('.cl-profileSection__mfa');
  };

  it('adds an authenticator app, shows the backup codes once, and is clean for axe', async () => {
    for (const dark of [false, true]) {
      const dev = await browser.open({ width: 360 });
      await open(dev, { dark });
      const { page } = dev;
      await page.click('.cl-profileSectionPrimaryButton__mfa');
      await page.waitForSelector('.cl-button__totp');
      expect(await page.locator('.f-choices button').allInnerTexts()).toEqual(['Authenticator app', 'Codes by text message']);
      await page.click('.cl-button__totp');
      await page.waitForSelector('.cl-qrCodeContainer svg');
      expect(await dev.violations()).toEqual([]);
      await page.click('.cl-button__totpView');
      expect(await page.inputValue('#totpSecret-field')).toBe('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
      expect(await dev.violations()).toEqual([]);
      await page.click('.cl-formButtonPrimary');
      await page.locator('[name=code]:enabled:focus').waitFor();
      await page.keyboard.type('111111');
      await page.waitForSelector('.cl-formFieldErrorText__code');
      await page.keyboard.type('424242');
      await page.waitForSelector('.f-codes');
      expect(await page.locator('.f-codes li').count()).toBe(10);
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      await page.click('.cl-formButtonPrimary');
      await page.locator('.cl-actionCard').waitFor({ state: 'detached' });
      expect(await page.locator('.cl-profileSectionItem__mfa').count()).toBe(2);
      expect(dev.problems).toEqual([]);
    }
  });

  it('texts codes to a number of the account, and stops again', async () => {
    const dev = await browser.open();
    await open(dev, { attributes: { phone_number: second } });
    const { page } = dev;
    await page.click('.cl-profileSectionPrimaryButton__mfa');
    await page.click('.cl-button__phoneNumber');
    await page.waitForSelector('.cl-profileSectionItem__mfa');
    // The number is listed a moment before its card closes and the focus goes back.
    await page.locator('.cl-actionCard').waitFor({ state: 'detached' });
    expect(await page.innerText('.cl-profileSectionItem__mfa')).toContain('Default');
    await page.click('.cl-menuButton__mfa');
    await page.click('.cl-menuItem__mfa');
    await page.waitForSelector('.cl-actionCard');
    expect(await dev.violations()).toEqual([]);
    await page.click('.cl-formButtonPrimary');
    await page.locator('.cl-profileSectionItem__mfa').waitFor({ state: 'detached' });
  });

  it('asks before it makes new backup codes, and hands them over as a file', async () => {
    const dev = await browser.open();
    await open(dev, { twoStep: ['totp', 'backup'] });
    const { page } = dev;
    await page.click('.cl-profileSectionItem__mfa:has-text("Backup codes") button');
    await page.locator('.cl-menuItem__mfa:visible').click();
    await page.click('.cl-actionCard .cl-formButtonPrimary');
    await page.waitForSelector('.f-codes');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.cl-button__download')]);
    expect(download.suggestedFilename()).toBe('Harbor-backup-codes.txt');
  });
});
