import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Stands in for Google's script: keeps the options, and who is prompted. */
const google = `
  const { dataset } = document.body;
  let options;
  window.google = { accounts: { id: {
    initialize: given => { options = given; dataset.options = JSON.stringify(given); },
    prompt: () => { dataset.prompted = 'yes'; window.choose = () => options.callback({ credential: 'jwt' }); },
    cancel: () => { dataset.cancelled = 'yes'; },
  } } };`;

const open = async (): Promise<DevPage> => {
  const dev = await browser.open({ path: '/blog' });
  await dev.page.route('https://accounts.google.com/gsi/client', route => route.fulfill({ contentType: 'text/javascript', body: google }));
  return dev;
};
const data = (dev: DevPage, name: string) => dev.page.evaluate(key => document.body.dataset[key], name);
const displayConfig = { googleOneTapClientId: 'harbor.apps.googleusercontent.com' };

it('offers the account, without a dialog of ours, and goes on with it where one was', async () => {
  const dev = await open();
  await dev.start({ displayConfig }, 'GoogleOneTap', { cancelOnTapOutside: false, signUpForceRedirectUrl: '/welcome' }, 'open');
  await dev.page.waitForFunction(() => document.body.dataset['prompted']);
  expect(JSON.parse((await data(dev, 'options')) ?? '')).toMatchObject({
    client_id: displayConfig.googleOneTapClientId, cancel_on_tap_outside: false, itp_support: true, use_fedcm_for_prompt: true,
  });
  expect(await dev.page.locator('dialog').count()).toBe(0);
  expect(await dev.violations()).toEqual([]);

  await dev.page.evaluate(() => (window as unknown as { choose(): void }).choose());
  await dev.page.waitForFunction(() => document.body.dataset['done']);
  expect(JSON.parse((await data(dev, 'done')) ?? '')).toMatchObject({
    token: 'jwt',
    signInForceRedirectUrl: 'http://harbor.test/blog',
    signUpForceRedirectUrl: '/welcome',
    secondFactorUrl: 'http://harbor.test/sign-in#/factor-two',
  });

  await dev.page.evaluate(() => window.ui.close('GoogleOneTap'));
  await dev.page.waitForFunction(() => document.body.dataset['cancelled']);
  expect(dev.problems).toEqual([]);
});

it('says what is missing where Google is not set up', async () => {
  const dev = await open();
  await dev.start({}, 'GoogleOneTap', {}, 'open');
  await expect.poll(() => dev.problems, { timeout: 20_000 }).toEqual([expect.stringContaining('credentials of your own')]);
  expect(await data(dev, 'prompted')).toBeUndefined();
});
