import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 120_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('says what is wrong, then that one is on the list, and goes on to the app’s page', async () => {
  const dev = await browser.open({ width: 360 });
  await dev.start({ signUpMode: 'waitlist' }, 'Waitlist', { afterJoinWaitlistUrl: '/thanks' });
  await dev.page.fill('[name=emailAddress]', 'noor');
  await dev.page.keyboard.press('Enter');
  await dev.page.waitForSelector('.cl-formFieldErrorText__emailAddress');
  expect(await dev.violations()).toEqual([]);
  await dev.page.fill('[name=emailAddress]', 'noor@harbor.test');
  await dev.page.keyboard.press('Enter');
  await dev.page.locator('.cl-waitlist-success h1:focus').waitFor();
  expect(await dev.violations()).toEqual([]);
  await dev.page.waitForURL('**/thanks');
  expect(dev.problems).toEqual([]);
});

it('opens from a closed sign-up, modal to modal', async () => {
  const dev = await browser.open();
  await dev.start({ signUpMode: 'waitlist', dark: true }, 'SignUp', {}, 'open');
  await dev.page.click('.cl-signUp-restrictedAccess .cl-formButtonPrimary');
  await dev.page.locator('dialog[aria-label="Join the waitlist"] [name=emailAddress]:focus').waitFor();
  expect(await dev.page.locator('dialog').count()).toBe(1);
  expect(await dev.violations()).toEqual([]);
});
