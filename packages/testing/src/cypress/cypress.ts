/** The parts of Cypress that the helpers use, written down here so that any version that has them fits. */

export interface CypressConfig {
  env: Record<string, unknown>;
}

export interface InterceptedResponse {
  body: unknown;
}

export interface InterceptedRequest {
  url: string;
  query: Record<string, string | number>;
  continue(onResponse: (response: InterceptedResponse) => void): void;
}

export interface CypressChain {
  should(check: (window: object) => void): CypressChain;
  then(work: (window: object) => unknown): CypressChain;
}

export interface CypressCommands {
  intercept(url: RegExp, handler: (request: InterceptedRequest) => void): unknown;
  window(options?: { log?: boolean }): CypressChain;
  clerkLoaded?(): unknown;
}

export interface CypressProgram {
  env(name: string): unknown;
  Commands: { add(name: string, command: (...parameters: never[]) => unknown): void };
}
