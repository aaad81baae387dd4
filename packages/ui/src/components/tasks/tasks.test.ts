import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const second = { enabled: true, used_for_second_factor: true };
const attributes = { authenticator_app: second, phone_number: second, backup_code: second };

const signIn = async ({ page }: DevPage) => {
  await page.fill('[name=identifier]', 'noor@harbor.test');
  await page.keyboard.press('Enter');
  await page.locator('[name=password]:focus').waitFor();
  await page.keyboard.type('right\n');
};
const finished = ({ page }: DevPage) => page.waitForFunction(() => document.body.dataset['done']);

const choosePassword = async ({ page }: DevPage, password: string) => {
  await page.fill('[name=newPassword]', password);
  await page.fill('[name=confirmPassword]', password);
  await page.keyboard.press('Enter');
};

describe('tasks within SignIn', () => {
  it('come one after the other, each clean for axe, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open({ ...look, path: '/sign-in' });
      const { page } = dev;
      await dev.start({ dark: look.dark, attributes, tasks: ['reset-password', 'setup-mfa'] }, 'SignIn', { routing: 'path', path: '/sign-in' });
      await signIn(dev);
      await page.waitForSelector('.cl-taskResetPassword-start [name=newPassword]');
      expect(new URL(page.url()).pathname).toBe('/sign-in/tasks/reset-password');
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await choosePassword(dev, 'longenough1');

      await page.waitForSelector('.cl-taskSetupMfa-start');
      expect(await dev.violations()).toEqual([]);
      await page.click('.cl-alternativeMethodsBlockButton');
      await page.waitForSelector('.cl-qrCodeContainer svg');
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await page.click('.cl-actionCard .cl-formButtonPrimary');
      await page.locator('[name=code]:enabled:focus').waitFor();
      await page.keyboard.type('424242');
      // The session is content by now, but the codes have to be seen.
      await page.waitForSelector('.f-codes');
      expect(await dev.violations()).toEqual([]);
      await page.click('.f-formButtons .cl-formButtonPrimary');
      await finished(dev);
      expect(dev.problems).toEqual([]);
    }
  });

  it('are there again when the page is loaded anew', async () => {
    const dev = await browser.open({ path: '/sign-in' });
    await dev.start({ signedIn: true, tasks: ['reset-password'] }, 'SignIn', { routing: 'path', path: '/sign-in' });
    await dev.page.waitForSelector('.cl-taskResetPassword-start [name=newPassword]');
    await choosePassword(dev, 'longenough1');
    await finished(dev);
  });

  it('are on the app’s own page where it has one', async () => {
    const dev = await browser.open();
    await dev.start({ tasks: ['reset-password'], options: { taskUrls: { 'reset-password': '/new-password' } } }, 'SignIn');
    await signIn(dev);
    await dev.page.waitForFunction(() => document.body.dataset['done'] === 'tasks');
  });

  it('say so when they cannot be done here, and let people out', async () => {
    const dev = await browser.open();
    await dev.start({ tasks: ['something-new'] }, 'SignIn');
    await signIn(dev);
    await dev.page.waitForSelector('.cl-task-unknown .cl-alert__warning');
    expect(await dev.violations()).toEqual([]);
    await dev.page.click('.cl-footerActionLink');
    await dev.page.waitForFunction(() => document.body.dataset['done'] === 'signed-out');
  });
});

describe('tasks as components', () => {
  it('draw themselves for whom they are, and nothing for others', async () => {
    const dev = await browser.open();
    await dev.start({ signedIn: true, tasks: ['reset-password'] }, 'TaskResetPassword');
    await dev.page.waitForSelector('[name=newPassword]');
    await choosePassword(dev, 'short');
    await dev.page.waitForSelector('.cl-formFieldErrorText__newPassword');
    await choosePassword(dev, 'longenough1');
    await finished(dev);

    const none = await browser.open();
    await none.start({ signedIn: true }, 'TaskSetupMFA');
    await none.page.locator('.cl-taskSetupMfa-root').waitFor({ state: 'attached' });
    expect(await none.page.locator('.cl-card').count()).toBe(0);
  });
});
