/** Name of the parameter with which a request shows that it is a test's. */
export const TESTING_TOKEN_PARAM = '__clerk_testing_token';

/**
 * Matches the requests to a Frontend API, whichever of its instances they are for.
 *
 * @param frontendApi a host, or a URL, with or without the path of an instance
 */
export function frontendApiPattern(frontendApi: string): RegExp {
  const base = /^https?:\/\//.test(frontendApi) ? frontendApi : `https://${frontendApi}`;
  return new RegExp(`^${escape(base.replace(/\/+$/, ''))}(?:/i/[^/?#]+)?/v1(?:[/?#].*)?$`);
}

/** The same address with the testing token. */
export function withTestingToken(url: string, token: string | undefined): string {
  const tokened = new URL(url);
  if (token) tokened.searchParams.set(TESTING_TOKEN_PARAM, token);
  return tokened.href;
}

/**
 * An answer as the browser is to see it: no captcha is asked for. Everything else is left as it is.
 *
 * @param answer parsed JSON
 */
export function withCaptchaBypassed(answer: unknown): unknown {
  if (!isObject(answer)) return answer;
  const bypassed = { ...answer };
  for (const part of ['response', 'client'] as const) {
    const resource = bypassed[part];
    if (isObject(resource) && resource['captcha_bypass'] === false) bypassed[part] = { ...resource, captcha_bypass: true };
  }
  return bypassed;
}

/** @throws Error that says what to call first */
export function requireFrontendApi(given: string | undefined): string {
  if (given) return given;
  throw new Error('The Frontend API is not known yet. Call clerkSetup() in the global setup of your tests, or give the option frontendApiUrl.');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
