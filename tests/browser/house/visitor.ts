/** A person at a browser of their own. */
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { CHROMIUM_ARGS } from '../../../scripts/lib/chromium.mjs';

export interface Visitor {
  page: Page;
  context: BrowserContext;
}

const STEP_TIMEOUT_MS = 30_000;
/** The browser itself says this of every refused request, and tests provoke some. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 4\d\d/;

let browser: Promise<Browser> | undefined;
const open: { context: BrowserContext; problems: string[] }[] = [];

/** Opens a page in a fresh browser. What goes wrong on it unseen fails the test in the end. */
export async function visit(url = inject('house').webUrl, options: BrowserContextOptions = {}): Promise<Visitor> {
  browser ??= chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: CHROMIUM_ARGS });
  const context = await (await browser).newContext({ locale: 'en-US', viewport: { width: 1100, height: 800 }, ...options });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().stack ?? error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text());
  });
  open.push({ context, problems });
  const page = await context.newPage();
  await page.goto(url);
  return { page, context };
}

afterEach(async () => {
  const visitors = open.splice(0);
  for (const { context } of visitors) await context.close();
  expect(visitors.flatMap(({ problems }) => problems)).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});
