import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../../dev/look.mjs';
import { slugOf } from './slug.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const scenario = { signedIn: true, tasks: ['choose-organization'] };
const organizations = '.cl-taskChooseOrganizationPreviewButton';
const make = '.cl-taskChooseOrganizationCreateOrganizationActionButton';
const finished = ({ page }: DevPage) => page.waitForFunction(() => document.body.dataset['done'] && document.body.dataset['organization']);
const active = ({ page }: DevPage) => page.evaluate(() => document.body.dataset['organization']);

it('makes slugs of names', () => {
  expect(slugOf('Ana’s Boat Yard!')).toBe('anas-boat-yard');
  expect(slugOf(' Östlund & Söhne ')).toBe('ostlund-sohne');
  expect(slugOf('東京')).toBe('');
});

describe('choosing an organization', () => {
  it('works with the keyboard, within SignIn, clean for axe, light and dark, in 320 px', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open({ ...look, path: '/sign-in' });
      await dev.start({ ...scenario, dark: look.dark, organizations: 3 }, 'SignIn', { routing: 'path', path: '/sign-in' });
      await dev.page.waitForSelector(organizations);
      expect(new URL(dev.page.url()).pathname).toBe('/sign-in/tasks/choose-organization');
      expect(await dev.page.locator(organizations).allInnerTexts()).toEqual([
        expect.stringMatching(/Harbor Works\s+Admin/),
        expect.stringMatching(/Northern Islands\s+Member/),
        expect.stringMatching(/Söhne\s+Member/),
      ]);
      expect(await dev.violations()).toEqual([]);
      expect(await dev.page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await dev.page.locator(organizations).first().focus();
      await dev.page.keyboard.press('Tab');
      await dev.page.keyboard.press('Enter');
      await finished(dev);
      expect(await active(dev)).toBe('org_1');
      expect(dev.problems).toEqual([]);
    }
  });

  it('shows more where there are more, and says when the chosen one is gone', async () => {
    const dev = await browser.open();
    await dev.start({ ...scenario, organizations: 12, noCreating: true, goneOrganization: 'org_11' }, 'TaskChooseOrganization');
    await dev.page.waitForSelector(organizations);
    expect(await dev.page.locator(organizations).count()).toBe(10);
    expect(await dev.page.locator(make).count()).toBe(0);
    await dev.page.click('.cl-button__showMore');
    await dev.page.locator(organizations).nth(11).click();
    await dev.page.waitForSelector('.cl-alert__danger');
    expect(await dev.page.textContent('.cl-alert__danger')).toMatch(/not in this organization any more/);
    expect(await dev.page.locator('.cl-button__showMore').count()).toBe(0);
    await dev.page.locator(organizations).nth(10).click();
    await finished(dev);
    expect(await active(dev)).toBe('org_10');
  });
});

describe('making an organization', () => {
  it('is what those in none begin with; the slug follows the name until it is written by hand', async () => {
    for (const look of [{ dark: false, width: 1000 }, { dark: true, width: 320, dir: 'rtl' as const }]) {
      const dev = await browser.open(look);
      const { page } = dev;
      await dev.start({ ...scenario, dark: look.dark }, 'TaskChooseOrganization');
      await page.waitForSelector('.cl-taskChooseOrganization-createOrganization [name=name]');
      expect(await page.locator('.cl-formButtonReset').count()).toBe(0);
      await page.click('.cl-formButtonPrimary');
      await page.locator('[name=name]:focus').waitFor();
      expect(await page.textContent('#name-feedback')).toMatch(/fill this in/);
      await page.keyboard.type('Boat Yard');
      expect(await page.inputValue('[name=slug]')).toBe('boat-yard');
      await page.fill('[name=slug]', 'taken');
      await page.fill('[name=name]', 'Boat Yard 2');
      expect(await page.inputValue('[name=slug]')).toBe('taken');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.cl-formFieldErrorText__slug');
      expect(await dev.violations()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
      await page.fill('[name=slug]', 'yard');
      await page.keyboard.press('Enter');
      await finished(dev);
      expect(await active(dev)).toBe('org_new');
      expect(await page.evaluate(() => document.body.dataset['created'])).toBe('Boat Yard 2/yard;');
    }
  });

  it('is offered beside the list, with a way back, and asks for no slug where there are none', async () => {
    const dev = await browser.open();
    await dev.start({ ...scenario, organizations: 1, slugsOff: true }, 'TaskChooseOrganization');
    await dev.page.click(make);
    await dev.page.locator('[name=name]:focus').waitFor();
    expect(await dev.page.locator('[name=slug]').count()).toBe(0);
    await dev.page.click('.cl-formButtonReset');
    await dev.page.click(make);
    await dev.page.fill('[name=name]', 'Boat Yard');
    await dev.page.keyboard.press('Enter');
    await finished(dev);
    expect(await dev.page.evaluate(() => document.body.dataset['created'])).toBe('Boat Yard/undefined;');
  });

  it('is made once, though the way on from it was not open at first', async () => {
    const dev = await browser.open();
    await dev.start({ ...scenario, goneOrganization: 'org_new' }, 'TaskChooseOrganization');
    await dev.page.fill('[name=name]', 'Boat Yard');
    await dev.page.keyboard.press('Enter');
    await dev.page.waitForSelector('.cl-alert__danger');
    await dev.page.click('.cl-formButtonPrimary');
    await dev.page.waitForFunction(() => document.body.dataset['activations'] === '2');
    expect(await dev.page.evaluate(() => document.body.dataset['created'])).toBe('Boat Yard/boat-yard;');
  });

  it('is not for those who may not: they learn whom to ask, and can leave', async () => {
    const dev = await browser.open({ width: 320 });
    await dev.start({ ...scenario, noCreating: true }, 'TaskChooseOrganization');
    await dev.page.waitForSelector('.cl-taskChooseOrganization-noOrganization .cl-alert__warning');
    expect(await dev.violations()).toEqual([]);
    await dev.page.click('.cl-footerActionLink');
    await dev.page.waitForFunction(() => document.body.dataset['done'] === 'signed-out');
  });
});
