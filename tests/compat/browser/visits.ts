import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { PageServer } from '../../lib/page-server.ts';
import { launchChromium, leave, newVisitor, type Visitor } from '../house/chromium.ts';

/** What each test of a file finds: the site's origin, and a visitor who has never been there. */
export interface Visit {
  readonly origin: string;
  readonly page: Page;
  readonly visitor: Visitor;
}

/**
 * A site and a browser for a file's tests; each test is a visit of its own, and fails when the page
 * reported an error.
 * @param serve brings the site up
 */
export function visitsTo(serve: () => Promise<PageServer>): Visit {
  let browser: Browser;
  let site: PageServer;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await serve();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
  beforeEach(async () => {
    visitor = await newVisitor(browser);
  });
  afterEach(async (test) => {
    await leave(visitor, test);
    expect(visitor.problems).toEqual([]);
  });
  return {
    get origin() {
      return site.origin;
    },
    get page() {
      return visitor.page;
    },
    get visitor() {
      return visitor;
    },
  };
}
