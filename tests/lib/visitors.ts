/** People at browsers of their own, for the tests of a file. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { CHROMIUM_ARGS, ensureChromium } from '../../scripts/lib/chromium.mjs';

/** A page in a browser profile of its own, and what went wrong in it. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Exceptions of the page, and errors that its scripts reported. The test fails in the end if there are any. */
  problems: string[];
}

const STEP_TIMEOUT_MS = 30_000;
const PICTURES = fileURLToPath(new URL('../../test-results/failures/', import.meta.url));
/** The browser itself says this of every request that was refused or that went elsewhere, and tests provoke some. */
const EXPECTED = /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_(FAILED|NAME_NOT_RESOLVED|TUNNEL_CONNECTION_FAILED))/;
/** No names but this machine's: whatever a page asks elsewhere fails at once. What is behind a proxy has the names that the proxy knows. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

let browser: Promise<Browser> | undefined;
let visitors: Visitor[] = [];

/** A visitor who can reach this machine and nothing else; or, with a proxy among the options, what is behind that. Leaves with the test. */
export async function newVisitor(options: BrowserContextOptions = {}): Promise<Visitor> {
  browser ??= chromium.launch({ executablePath: ensureChromium(), args: [...CHROMIUM_ARGS, OFFLINE] });
  const context = await (await browser).newContext({ locale: 'en-US', viewport: { width: 1100, height: 900 }, ...options });
  context.setDefaultTimeout(STEP_TIMEOUT_MS);
  const problems: string[] = [];
  context.on('weberror', (error) => problems.push(error.error().stack ?? error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text())) problems.push(message.text());
  });
  const visitor = { context, page: await context.newPage(), problems };
  visitors.push(visitor);
  return visitor;
}

/** Where a test failed, what its visitors saw last stays in `test-results`. */
afterEach(async ({ task }) => {
  const leaving = visitors;
  visitors = [];
  for (const [number, { context, page }] of leaving.entries()) {
    if (task.result?.state === 'fail') await keepPicture(page, `${task.name.replaceAll(/\W+/g, '-')}-${number + 1}`);
    await context.close();
  }
  expect(leaving.flatMap(({ problems }) => problems)).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const path = `${PICTURES}${name}.png`;
  await page.screenshot({ path });
  console.log(`${page.url()} looked like ${path}`);
}
