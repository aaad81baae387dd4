import type { createClerkClient } from '@clerk/backend';
import type { Frontend } from './frontend.ts';

type Client = Pick<ReturnType<typeof createClerkClient>, 'authenticateRequest'>;
type Options = NonNullable<Parameters<Client['authenticateRequest']>[1]>;
type State = Awaited<ReturnType<Client['authenticateRequest']>>;

const MOST_STEPS = 8;

/** What a visit came to, and the addresses on the way. */
interface Visit {
  state: State;
  url: string;
  steps: string[];
}

/**
 * Visits a page of an app whose server authenticates requests with the given SDK, as a browser does:
 * with the jar's cookies, following redirects to the Frontend API and back.
 */
export async function visitPage(page: string, app: { clerk: Client; options: Options }, browser: Frontend): Promise<Visit> {
  const steps: string[] = [];
  const home = new URL(page).origin;
  let url = page;
  while (steps.length < MOST_STEPS) {
    if (new URL(url).origin !== home) {
      const response = await browser.visit(url);
      if (response.status !== 307) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
      url = response.headers.get('location') ?? '';
    } else {
      const request = new Request(url, { headers: { cookie: browser.cookieHeader(), 'sec-fetch-dest': 'document' } });
      const state = await app.clerk.authenticateRequest(request, app.options);
      browser.remember(state.headers);
      const location = state.headers.get('location');
      if (!location) return { state, url, steps };
      url = location;
    }
    steps.push(url);
  }
  throw new Error(`The browser goes round in circles:\n${steps.join('\n')}`);
}
