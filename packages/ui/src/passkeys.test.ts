import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../dev/look.mjs';

// Passkeys on the first step of SignIn, as a factor of a known account, and in the profile.

vi.setConfig({ testTimeout: 120_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The page comes without HTTPS, where browsers hide passkeys. */
const pretendSupport = (dev: DevPage) =>
  dev.page.evaluate(() => {
    const support = () => undefined;
    support.isConditionalMediationAvailable = () => Promise.resolve(true);
    Object.assign(window, { PublicKeyCredential: support });
  });

const attributes = { passkey: { enabled: true, used_for_first_factor: true } };

it('signs in with a passkey from the first step, and offers it in the field', async () => {
  const dev = await browser.open({ width: 360 });
  await pretendSupport(dev);
  await dev.start({ attributes }, 'SignIn');
  await dev.page.waitForSelector('button:has-text("Use a passkey instead")');
  expect(await dev.page.getAttribute('[name=identifier]', 'autocomplete')).toBe('username webauthn');
  expect(await dev.violations()).toEqual([]);
  await dev.page.click('button:has-text("Use a passkey instead")');
  await dev.page.waitForFunction(() => document.body.dataset['done']);
});

it('asks a known account for its passkey', async () => {
  const dev = await browser.open();
  await pretendSupport(dev);
  await dev.start({ attributes, dark: true, firstFactors: [{ strategy: 'passkey' }] }, 'SignIn');
  await dev.page.fill('[name=identifier]', 'noor@harbor.test');
  await dev.page.keyboard.press('Enter');
  await dev.page.waitForSelector('.cl-signIn-passkey');
  expect(await dev.violations()).toEqual([]);
  await dev.page.click('.cl-formButtonPrimary');
  await dev.page.waitForFunction(() => document.body.dataset['done']);
});

it('adds, renames and removes passkeys, and says when none was made', async () => {
  const dev = await browser.open({ width: 360 });
  const { page } = dev;
  await dev.start({ signedIn: true, attributes }, 'UserProfile', { routing: 'virtual', __experimental_startPath: 'security' });
  await page.click('.cl-profileSectionPrimaryButton__passkeys');
  await page.waitForSelector('.cl-profileSectionItem__passkeys >> nth=1');
  await page.click('.cl-profileSectionPrimaryButton__passkeys');
  await page.waitForSelector('.cl-profileSection__passkeys .cl-alert__danger');
  expect(await dev.violations()).toEqual([]);
  await page.locator('.cl-menuButton__passkeys').last().click();
  await page.click('.cl-menuItem__passkeys:visible:has-text("Rename")');
  await page.fill('[name=passkeyName]', 'Security key');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.cl-profileSectionItem__passkeys:has-text("Security key")');
  await page.locator('.cl-menuButton__passkeys').last().click();
  await page.click('.cl-menuItem__passkeys:visible:has-text("Remove")');
  expect(await dev.violations()).toEqual([]);
  await page.click('.cl-actionCard .cl-formButtonPrimary');
  await page.locator('.cl-profileSectionItem__passkeys >> nth=1').waitFor({ state: 'detached' });
});
