import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/lib/chromium.mjs';
import type { TlsFront } from './tls-front.ts';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
}

/** A page in a browser profile of its own, and what went wrong in it. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Exceptions of the page, and errors that its scripts reported. */
  problems: string[];
}

/** A visitor who can reach this machine and nothing else: requests to other hosts fail at once. */
export async function newVisitor(browser: Browser): Promise<Visitor> {
  const visitor = await prepare(browser, {});
  await visitor.context.route((url) => url.hostname !== 'localhost', (route) => route.abort());
  return visitor;
}

/** A visitor of the hosts behind a front, and of nothing else. */
export function newVisitorOf(browser: Browser, { proxy }: TlsFront): Promise<Visitor> {
  return prepare(browser, { proxy, ignoreHTTPSErrors: true });
}

async function prepare(browser: Browser, options: BrowserContextOptions): Promise<Visitor> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1000, height: 900 }, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // Requests that fail on purpose are reported by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(message.text());
  });
  return { context, page, problems };
}

/** Ends a visit. If its test failed, what the page looked like stays in `test-results`. */
export async function leave({ context, page }: Visitor, { task }: Pick<TestContext, 'task'>): Promise<void> {
  if (task.result?.state === 'fail') {
    const path = fileURLToPath(new URL(`../test-results/${task.name.replaceAll(/\W+/g, '-')}.png`, import.meta.url));
    await page.screenshot({ path });
    console.log(`${page.url()} looked like ${path}`);
  }
  await context.close();
}
