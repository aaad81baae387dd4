import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import type { PageServer } from '../../lib/page-server.ts';
import { newVisitor, type Visitor } from '../../lib/visitors.ts';
import { startTlsFront } from '../house/tls-front.ts';

/** What each test of a group finds: the site's origin, and a visitor who has never been there. */
export interface Visit {
  readonly origin: string;
  readonly page: Page;
  readonly visitor: Visitor;
}

/** A site for some tests; each is a visit of its own, and fails when the page reported an error. */
export function visitsTo(serve: () => Promise<PageServer>): Visit {
  return visits(async () => {
    const { origin, stop } = await serve();
    return { origin, options: {}, stop };
  });
}

/**
 * The same for a site that has a host name of its own, over TLS, as has its instance.
 * @param hosts names of the app and of the Frontend API
 */
export function visitsOverTls(serve: () => Promise<PageServer>, hosts: { app: string; frontendApi: string }): Visit {
  return visits(async () => {
    const site = await serve();
    const { proxy, stop } = await startTlsFront({ [hosts.frontendApi]: inject('house').url, [hosts.app]: site.origin });
    return {
      origin: `https://${hosts.app}`,
      options: { proxy, ignoreHTTPSErrors: true },
      async stop() {
        await stop();
        await site.stop();
      },
    };
  });
}

interface Place {
  origin: string;
  options: BrowserContextOptions;
  stop(): Promise<void>;
}

function visits(open: () => Promise<Place>): Visit {
  let place: Place;
  let visitor: Visitor;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.stop());
  beforeEach(async () => {
    visitor = await newVisitor(place.options);
  });
  return {
    get origin() {
      return place.origin;
    },
    get page() {
      return visitor.page;
    },
    get visitor() {
      return visitor;
    },
  };
}
