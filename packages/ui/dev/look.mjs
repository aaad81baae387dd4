// Opens the development page in Chromium, for tests.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { buildDevPage } from './build.mjs';

const ORIGIN = 'http://harbor.test';

/** @type {import('./look.d.mts').openBrowser} */
export async function openBrowser() {
  const answer = await buildDevPage();
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  /** Pages of tests that have finished: a new one costs more time than most tests need. */
  const idle = [];

  async function newPage(touch) {
    const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: ORIGIN, ...(touch && { hasTouch: true, isMobile: true }) });
    return context.newPage();
  }

  async function prepare(page, { width, height }) {
    await page.unrouteAll();
    page.removeAllListeners();
    await page.context().clearCookies();
    await page.setViewportSize({ width, height });
    await page.route(`${ORIGIN}/**`, route => route.fulfill(answer(new URL(route.request().url()).pathname)));
  }

  /** The page runs on until another test has use for it, and so must be forgotten by this one. */
  async function leave(page) {
    await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); }).catch(() => undefined);
    await page.goto('about:blank');
    idle.push(page);
  }

  return {
    close: () => browser.close(),

    async open({ width = 1000, height = 900, dir, path = '/', touch = false } = {}) {
      const page = (touch ? undefined : idle.pop()) ?? (await newPage(touch));
      onTestFinished(() => (touch ? page.context().close() : leave(page)));
      await prepare(page, { width, height });
      const problems = [];
      page.on('pageerror', error => problems.push(String(error)));
      page.on('console', message => {
        if (message.type() === 'error') problems.push(message.text());
      });
      await page.goto(path);
      if (dir) await page.evaluate(direction => document.documentElement.setAttribute('dir', direction), dir);
      await page.waitForFunction(() => 'start' in window);
      return {
        page,
        problems,
        start: (scenario, name, props = {}, how = 'mount') => page.evaluate(args => window.start(...args), [scenario, name, props, how]),
        async violations() {
          await page.waitForTimeout(60);
          await page.evaluate(`${axe};0`);
          return page.evaluate(async () => {
            // These are about whole pages, and ours is a bare one.
            const rules = Object.fromEntries(['page-has-heading-one', 'region', 'landmark-one-main'].map(rule => [rule, { enabled: false }]));
            const { violations } = await window.axe.run(document, { rules, resultTypes: ['violations'] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
          });
        },
      };
    },
  };
}
