/**
 * The parts of Playwright that the helpers use. Written down here so that the pages of
 * `@playwright/test`, `playwright` and `playwright-core` fit alike, in any version that has them.
 */

export interface PlaywrightRequest {
  url(): string;
  resourceType(): string;
}

export interface PlaywrightResponse {
  headers(): Record<string, string>;
  json(): Promise<unknown>;
}

export interface PlaywrightRoute {
  request(): PlaywrightRequest;
  continue(options?: { url?: string | undefined }): Promise<void>;
  fetch(options?: { url?: string | undefined }): Promise<PlaywrightResponse>;
  fulfill(options?: { response?: PlaywrightResponse | undefined; json?: unknown }): Promise<void>;
}

export interface PlaywrightContext {
  route(url: RegExp, handler: (route: PlaywrightRoute) => Promise<void>): Promise<unknown>;
}

export interface PlaywrightPage {
  context(): PlaywrightContext;
  evaluate<Argument, Result>(work: (argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>;
  waitForFunction(condition: () => unknown): Promise<unknown>;
}
