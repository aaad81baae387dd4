import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('offers the accounts that are still signed in, and is clean for axe, light and dark, in 320 px', async () => {
  for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
    const { dark, ...size } = look;
    const dev = await browser.open(size);
    const { page } = dev;
    await page.evaluate(() => { location.hash = '#/choose'; });
    await dev.start({ dark, multiSession: true, choosing: true }, 'SignIn');
    const accounts = page.locator('.f-choices button');
    await accounts.nth(1).waitFor();
    expect(await accounts.allInnerTexts()).toEqual([expect.stringContaining('Noor Haddad'), expect.stringContaining('Work Account')]);
    expect(await dev.violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    await accounts.first().click();
    await page.waitForFunction(() => document.body.dataset['done'] === 'true');
    expect(dev.problems).toEqual([]);
  }
});

it('leads on to another account, and out of all', async () => {
  const dev = await browser.open({ width: 1000 });
  const { page } = dev;
  await page.evaluate(() => { location.hash = '#/choose'; });
  await dev.start({ multiSession: true, choosing: true }, 'SignIn');
  await page.getByRole('button', { name: 'Sign out of all accounts' }).click();
  await page.waitForFunction(() => document.body.dataset['done'] === 'signed-out');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await page.locator('[name=identifier]').waitFor();
  expect(dev.problems).toEqual([]);
});
