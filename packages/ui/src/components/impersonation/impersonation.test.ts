import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const notice = '.cl-impersonationFab';
const show = ({ page }: DevPage) => page.evaluate(() => window.ui.showImpersonation());

describe('the notice that one acts as somebody else', () => {
  it('says so and ends it, with the keyboard, clean for axe, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      const { page } = dev;
      await dev.start({ dark: look.dark, signedIn: true, impersonated: true }, 'UserAvatar');
      await show(dev);
      await show(dev);
      await page.waitForSelector(notice);
      expect(await page.locator(notice).count()).toBe(1);
      expect(await page.locator('.cl-impersonationFabTitle').innerText()).toBe('Signed in as Noor Haddad');
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      const box = await page.locator(notice).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= look.width).toBe(true);

      // It folds up to its icon where it covers something, and cannot be sent away.
      await page.focus('.cl-impersonationFabIconContainer');
      await page.keyboard.press('Enter');
      await page.locator('.cl-impersonationFabTitle').waitFor({ state: 'detached' });
      expect(await page.getAttribute('.cl-impersonationFabIconContainer', 'aria-expanded')).toBe('false');
      expect(await dev.violations()).toEqual([]);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.locator('.cl-impersonationFabActionLink:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.locator(notice).waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.body.dataset['done'])).toBe('signed-out');
      expect(dev.problems).toEqual([]);
    }
  });

  it('is for nobody else', async () => {
    const dev = await browser.open();
    await dev.start({ signedIn: true }, 'UserAvatar');
    await show(dev);
    await dev.page.locator('.cl-impersonationFab-root').waitFor({ state: 'attached' });
    expect(await dev.page.locator(notice).count()).toBe(0);
  });

  it('speaks the app’s language and wears its style', async () => {
    const dev = await browser.open();
    const options = {
      localization: { impersonationFab: { title: 'Angemeldet als {{identifier}}' } },
      appearance: { elements: { impersonationFab: 'mine' } },
    };
    await dev.start({ signedIn: true, impersonated: true, options }, 'UserAvatar');
    await show(dev);
    await dev.page.waitForSelector(`${notice}.mine`);
    expect(await dev.page.innerText('.cl-impersonationFabTitle')).toBe('Angemeldet als Noor Haddad');
  });
});
