import { frontendApiPattern, requireFrontendApi, withCaptchaBypassed, withTestingToken } from '../frontend-api.ts';
import type { SetupClerkTestingTokenOptions } from '../types.ts';
import type { PlaywrightContext, PlaywrightPage, PlaywrightRoute } from './page.ts';

export interface SetupClerkTestingTokenParams {
  /** All pages of it; one of the two must be given. */
  context?: PlaywrightContext;
  /** All pages of its context. */
  page?: Pick<PlaywrightPage, 'context'>;
  options?: SetupClerkTestingTokenOptions;
}

/** Contexts that are set up already, and where their Frontend API is: a second time would do it twice. */
const setUp = new WeakMap<PlaywrightContext, Set<string>>();

/**
 * Lets the pages of a browser context pass the bot protection: their requests to the Frontend API carry
 * the testing token, and no captcha is asked for.
 *
 * @throws Error when there is no context, or `clerkSetup()` has not been called
 */
export async function setupClerkTestingToken({ context, page, options }: SetupClerkTestingTokenParams): Promise<void> {
  const browserContext = context ?? page?.context();
  if (!browserContext) throw new Error('Give setupClerkTestingToken() a page or a context.');
  const frontendApi = requireFrontendApi(options?.frontendApiUrl || process.env['CLERK_FAPI']);
  const places = setUp.get(browserContext) ?? new Set();
  if (places.has(frontendApi)) return;
  setUp.set(browserContext, places.add(frontendApi));
  await browserContext.route(frontendApiPattern(frontendApi), answer);
}

async function answer(route: PlaywrightRoute): Promise<void> {
  const request = route.request();
  const url = withTestingToken(request.url(), process.env['CLERK_TESTING_TOKEN']);
  // Pages that a browser is sent to, and back from, it has to visit itself.
  if (!['fetch', 'xhr'].includes(request.resourceType())) return route.continue({ url });
  const response = await route.fetch({ url });
  if (!response.headers()['content-type']?.includes('application/json')) return route.fulfill({ response });
  return route.fulfill({ response, json: withCaptchaBypassed(await response.json()) });
}
