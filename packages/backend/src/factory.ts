import type { ApiClient } from './api/client.ts';
import { authenticate } from './request/authenticate.ts';
import { viewRequest, type NodeRequestLike } from './request/request-view.ts';
import { createSettings, type AuthenticateRequestOptions, type Settings } from './request/settings.ts';
import { debugRequestState, type RequestState } from './request/state.ts';
import type { SessionTokenType, TokenType } from './tokens/token-types.ts';

/**
 * Authenticates a request: a Web `Request`, or Node's own. The state's type follows from `acceptsToken`.
 *
 * @throws Error when the options lack what the request needs
 */
export interface AuthenticateRequest {
  <const T extends readonly TokenType[]>(
    request: Request | NodeRequestLike,
    options: AuthenticateRequestOptions & { acceptsToken: T },
  ): Promise<RequestState<T[number] | null>>;
  <T extends TokenType>(
    request: Request | NodeRequestLike,
    options: AuthenticateRequestOptions & { acceptsToken: T },
  ): Promise<RequestState<T>>;
  (request: Request | NodeRequestLike, options: AuthenticateRequestOptions & { acceptsToken: 'any' }): Promise<RequestState<TokenType>>;
  (request: Request | NodeRequestLike, options?: AuthenticateRequestOptions): Promise<RequestState<SessionTokenType>>;
}

export interface CreateAuthenticateRequestOptions {
  /** Options for every request; those given with a request win. */
  options: AuthenticateRequestOptions;
  apiClient: ApiClient;
}

/** `authenticateRequest()` with its options normalised once. */
export function createAuthenticateRequest({ options: base, apiClient }: CreateAuthenticateRequestOptions) {
  const shared = { ...base, apiClient };
  let baseSettings: Settings | undefined;
  // Most callers pass the same object with every request.
  let latest: { options: AuthenticateRequestOptions; settings: Settings } | undefined;

  function settingsFor(options: AuthenticateRequestOptions | undefined): Settings {
    if (!options) return (baseSettings ??= createSettings(shared));
    if (latest?.options !== options) {
      latest = { options, settings: createSettings(overlay(shared, options)) };
    }
    return latest.settings;
  }

  const authenticateRequest = async (request: Request | NodeRequestLike, options?: AuthenticateRequestOptions) =>
    authenticate(viewRequest(request), settingsFor(options));

  return { authenticateRequest: authenticateRequest as AuthenticateRequest, debugRequestState };
}

/** An option that is passed but undefined (an unset environment variable) leaves the client's own in place. */
function overlay<Options extends object>(base: Options, options: Options): Options {
  const merged = { ...base };
  for (const name in options) {
    if (options[name] !== undefined) merged[name] = options[name];
  }
  return merged;
}
