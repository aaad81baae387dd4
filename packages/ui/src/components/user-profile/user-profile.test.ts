import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const second = { enabled: true, used_for_second_factor: true };

it('shows the devices that were used last, and all of them to who asks', async () => {
  for (const width of [1000, 320]) {
    const dev = await browser.open({ width });
    await dev.start({ signedIn: true, many: 28 }, 'UserProfile');
    expect(await dev.page.locator('.cl-profileSectionItem__emailAddresses').count()).toBe(30);
    await dev.page.click('.cl-navbarButton__security');
    const devices = dev.page.locator('.cl-profileSectionItem__activeDevices');
    await devices.first().waitFor();
    expect(await devices.count()).toBe(5);
    expect(await devices.first().textContent()).toContain('This device');
    expect(await devices.nth(1).textContent()).toContain('iPhone');
    await dev.page.getByRole('button', { name: 'Show all 30 devices' }).press('Enter');
    await devices.nth(29).waitFor();
    await devices.nth(5).locator('button:focus').waitFor();
    expect(await dev.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await dev.violations()).toEqual([]);
    expect(dev.problems).toEqual([]);
  }
});

it('writes phone numbers as people do, also from right to left', async () => {
  const dev = await browser.open({ dir: 'rtl' });
  await dev.start({ signedIn: true, twoStep: ['phone'], attributes: { phone_number: second } }, 'UserProfile');
  const number = dev.page.getByText('+1 (415) 555-0142');
  await number.waitFor();
  expect(await number.evaluate(element => getComputedStyle(element).direction)).toBe('ltr');
  await dev.page.click('.cl-navbarButton__security');
  await dev.page.locator('.cl-profileSectionItem__mfa').getByText('+1 (415) 555-0142').waitFor();
});
