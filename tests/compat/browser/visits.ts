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
  return visitsToHosts({ [hosts.app]: serve }, [hosts.frontendApi]);
}

/**
 * The same for several sites over TLS; visits are to the first.
 * @param sites by host name
 * @param frontendApis host names of the server itself
 */
export function visitsToHosts(sites: Record<string, () => Promise<PageServer>>, frontendApis: string[]): Visit {
  return visits(async () => {
    const served = await Promise.all(Object.entries(sites).map(async ([host, serve]) => ({ host, ...(await serve()) })));
    const targets = [...served.map(({ host, origin }) => [host, origin]), ...frontendApis.map((host) => [host, inject('house').url])];
    const { proxy, stop } = await startTlsFront(Object.fromEntries(targets));
    return {
      origin: `https://${served[0]?.host}`,
      options: { proxy, ignoreHTTPSErrors: true },
      async stop() {
        await stop();
        await Promise.all(served.map((site) => site.stop()));
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
