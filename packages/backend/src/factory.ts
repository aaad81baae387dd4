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
  let baseSettings: Settings | undefined;
  // Callers mostly pass the same object with each request, or a few of them.
  const known = new WeakMap<AuthenticateRequestOptions, Settings>();

  function settingsFor(options: AuthenticateRequestOptions | undefined): Settings {
    if (!options) return (baseSettings ??= createSettings({ ...base, apiClient }));
    let settings = known.get(options);
    if (!settings) {
      settings = createSettings({ ...base, apiClient, ...withoutUndefined(options) });
      known.set(options, settings);
    }
    return settings;
  }

  const authenticateRequest = async (request: Request | NodeRequestLike, options?: AuthenticateRequestOptions) =>
    authenticate(viewRequest(request), settingsFor(options));

  return { authenticateRequest: authenticateRequest as AuthenticateRequest, debugRequestState };
}

/** An option that is passed but undefined (an unset environment variable) leaves the client's own in place. */
function withoutUndefined(options: AuthenticateRequestOptions): AuthenticateRequestOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
