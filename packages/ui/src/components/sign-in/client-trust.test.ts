import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('asks for one more proof on a new device, says why, and is clean for axe, light and dark, in 320 px', async () => {
  for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
    const dev = await browser.open(look);
    const { page } = dev;
    await dev.start({ dark: look.dark, clientTrust: true }, 'SignIn');
    await page.fill('[name=identifier]', 'noor@harbor.test');
    await page.keyboard.press('Enter');
    await page.locator('[name=password]:focus').waitFor();
    await page.keyboard.type('right\n');
    await page.locator('[name=code]:enabled:focus').waitFor();
    expect(await page.textContent('.cl-alert__info')).toMatch(/new device/);
    expect(await page.textContent('.cl-identityPreviewText')).toBe('n•••@harbor.test');
    expect(await dev.violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    await page.keyboard.type('424242');
    await page.waitForFunction(() => document.body.dataset['done']);
    expect(dev.problems).toEqual([]);
  }
});
