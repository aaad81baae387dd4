import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openBrowser, type DevPage } from '../../dev/look.mjs';

vi.setConfig({ testTimeout: 60_000 });

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Stands in for a widget: notes what it is given, and answers as its site key says. */
const WIDGET = `window.rendered = [];
window.turnstile = {
  render(container, options) {
    rendered.push({ place: container.id || container.parentElement.localName, sitekey: options.sitekey, theme: options.theme, size: options.size, language: options.language });
    if (options.sitekey === 'broken') setTimeout(() => options['error-callback']('300'));
    else if (options.sitekey === 'asks') { options['before-interactive-callback'](); container.innerHTML = '<button>I am</button>'; container.firstChild.onclick = () => options.callback('asked'); }
    else setTimeout(() => options.callback('token'));
    return 'w' + rendered.length;
  },
  remove() { window.removed = (window.removed ?? 0) + 1; },
};`;

async function open(displayConfig: object, component = 'SignUp') {
  const dev = await browser.open();
  await dev.page.route('http://harbor.test/widget.js', route => route.fulfill({ contentType: 'text/javascript', body: WIDGET }));
  await dev.start({ displayConfig, loaders: [{ attributes: { src: 'http://harbor.test/widget.js' } }] }, component);
  return dev;
}

const keys = (key: string, hidden = key) => ({ captchaPublicKey: key, captchaPublicKeyInvisible: hidden, captchaWidgetType: 'smart' });
const solve = ({ page }: DevPage, where: 'page' | 'dialog') => page.evaluate(there => window.ui.solveCaptcha(there), where);
const rendered = ({ page }: DevPage) => page.evaluate(() => (window as unknown as { rendered: object[] }).rendered);
const removed = ({ page }: DevPage) => page.evaluate(() => (window as unknown as { removed: number }).removed);

it('draws the widget where the page makes room, as the layout wants it, and takes it away again', async () => {
  const dev = await open(keys('works', 'hidden'));
  await dev.page.waitForSelector('#clerk-captcha', { state: 'attached' });
  expect(await solve(dev, 'page')).toEqual({ captchaToken: 'token', captchaWidgetType: 'smart' });
  expect(await rendered(dev)).toEqual([{ place: 'clerk-captcha', sitekey: 'works', theme: 'auto', size: 'normal', language: 'auto' }]);
  expect(await removed(dev)).toBe(1);
});

it('is unseen where there is no room', async () => {
  const dev = await open(keys('works', 'hidden'), 'UserButton');
  expect(await solve(dev, 'page')).toEqual({ captchaToken: 'token', captchaWidgetType: 'invisible' });
  expect(await rendered(dev)).toMatchObject([{ place: 'body', sitekey: 'hidden' }]);
  expect(await dev.page.locator('body > div:not(#app)').count()).toBe(0);
});

it('asks in a dialog only what the widget wants to ask', async () => {
  const dev = await open(keys('asks'), 'UserButton');
  const solved = solve(dev, 'dialog');
  await dev.page.click('dialog[open] button');
  expect(await solved).toEqual({ captchaToken: 'asked', captchaWidgetType: 'smart' });
  expect(await dev.page.locator('dialog').count()).toBe(0);
});

it('tells the server what went wrong: a refusal, or a person who gave up', async () => {
  const dev = await open(keys('broken'), 'UserButton');
  expect(await solve(dev, 'page')).toEqual({ captchaError: '300', captchaWidgetType: 'invisible' });
  const asking = await open(keys('asks'), 'UserButton');
  const solved = solve(asking, 'dialog');
  await asking.page.waitForSelector('dialog[open]');
  await asking.page.keyboard.press('Escape');
  expect(await solved).toEqual({ captchaError: 'captcha_cancelled', captchaWidgetType: 'smart' });
});

it('fetches Cloudflare’s widget where the server brings none, and says when it does not come', async () => {
  const dev = await browser.open();
  const asked: string[] = [];
  await dev.page.route('https://challenges.cloudflare.com/**', route => {
    asked.push(route.request().url());
    return route.abort();
  });
  await dev.start({ displayConfig: keys('works') }, 'UserButton');
  expect(await solve(dev, 'page')).toEqual({ captchaError: 'captcha_script_failed_to_load', captchaWidgetType: 'invisible' });
  expect(asked).toEqual(['https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit']);
});
