/**
 * The dev browser: in development the app (say localhost) and FAPI are different sites, so that FAPI's own
 * cookies would be blocked as third-party ones. The page keeps an identity for FAPI and sends it in every URL.
 */
import type { AuthCookies } from './auth-cookies.ts';
import { ClerkAPIResponseError } from './errors.ts';
import type { FapiClient } from './fapi.ts';

export const DEV_BROWSER_PARAM = '__clerk_db_jwt';
const DEV_BROWSER_HEADER = 'Clerk-Db-Jwt';

export class DevBrowser {
  readonly #cookie: AuthCookies['devBrowser'];
  readonly #fapi: FapiClient;

  constructor(cookies: AuthCookies, fapi: FapiClient) {
    this.#cookie = cookies.devBrowser;
    this.#fapi = fapi;
    fapi.onBeforeRequest(({ url }) => {
      const id = this.id;
      if (id) url.searchParams.set(DEV_BROWSER_PARAM, id);
    });
    fapi.onAfterResponse((_, { headers }) => {
      const id = headers.get(DEV_BROWSER_HEADER);
      if (id) this.#cookie.write(id);
    });
  }

  get id(): string | undefined {
    return this.#cookie.read();
  }

  /** Takes the identity that a redirect brought in the URL, if it did. */
  takeFromAddress(): void {
    const url = new URL(window.location.href);
    const id = url.searchParams.get(DEV_BROWSER_PARAM);
    if (id === null) return;
    url.searchParams.delete(DEV_BROWSER_PARAM);
    window.history.replaceState(window.history.state, '', url);
    if (id) this.#cookie.write(id);
  }

  /** Asks FAPI for a new identity. @throws {ClerkAPIResponseError} when FAPI gives none */
  async renew(): Promise<void> {
    this.#cookie.remove();
    const { payload, status } = await this.#fapi.request({ method: 'POST', path: '/dev_browser' });
    const id = (payload as { id?: unknown } | null)?.id;
    if (typeof id !== 'string') {
      throw new ClerkAPIResponseError('The server gave this browser no development identity.', {
        data: payload?.errors ?? [],
        status,
        clerkTraceId: payload?.clerk_trace_id,
      });
    }
    this.#cookie.write(id);
  }

  /** Names this browser in a URL on another origin of the same instance. */
  decorate(url: URL): URL {
    const decorated = new URL(url);
    if (this.id) decorated.searchParams.set(DEV_BROWSER_PARAM, this.id);
    return decorated;
  }
}
