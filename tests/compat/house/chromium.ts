import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM_ARGS, ensureChromium } from '../../../scripts/lib/chromium.mjs';

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
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1000, height: 900 } });
  context.setDefaultTimeout(15_000);
  await context.route((url) => url.hostname !== 'localhost', (route) => route.abort());
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    // Requests that fail on purpose are reported by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(message.text());
  });
  return { context, page, problems };
}
