import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { PageServer } from '../../lib/page-server.ts';
import type { KnownInstance } from '../house/global-setup.ts';
import { launchChromium, leave, newVisitor, type Visitor } from '../house/chromium.ts';
import { serveOfficialPage } from './official-page.ts';

/** What each test of a file finds: the site's origin, and a visitor who has never been there. */
export interface Visit {
  readonly origin: string;
  readonly page: Page;
  readonly visitor: Visitor;
}

/**
 * A site of official components and a browser for a file's tests; each test is a visit of its own, and
 * fails when the page reported an error.
 * @param proxyUrl where the instance's Frontend API is
 */
export function visitsTo(instance: KnownInstance, proxyUrl: string): Visit {
  let browser: Browser;
  let site: PageServer;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await serveOfficialPage(instance, proxyUrl);
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
