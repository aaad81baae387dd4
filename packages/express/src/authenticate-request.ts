import { createClerkClient, type ClerkClient } from '@foyer/backend';
import { createClerkRequest, type AuthenticateRequestOptions, type RequestState, type TokenType } from '@foyer/backend/internal';
import type { Request } from 'express';
import { environmentClient } from './clerk-client.ts';
import { readEnvironment } from './environment.ts';
import type { ClerkMiddlewareOptions } from './types.ts';

type AnyState = RequestState<TokenType | null>;

/**
 * A function that authenticates Express requests with these options, over those of the environment.
 * Everything is prepared when the first request comes.
 */
export function createAuthenticator(options: ClerkMiddlewareOptions = {}): (request: Request) => Promise<AnyState> {
  let authenticate: ((request: Request) => Promise<AnyState>) | undefined;
  return (request) => (authenticate ??= prepare(options))(request);
}

function prepare({ clerkClient, debug: _debug, enableHandshake: _enableHandshake, ...options }: ClerkMiddlewareOptions) {
  const environment = readEnvironment();
  // A client of the application's own brings its own keys; those of the environment may be another instance's.
  const { secretKey: _secretKey, jwtKey: _jwtKey, apiUrl: _apiUrl, ...others } = environment;
  const settings: AuthenticateRequestOptions = { ...(clerkClient ? others : environment), ...withoutUndefined(options) };
  const client = clerkClient ?? chooseClient(options, settings);
  const accepting = { ...settings, acceptsToken: 'any' } as const;

  if (!settings.proxyUrl?.startsWith('/')) return (request: Request): Promise<AnyState> => client.authenticateRequest(request, accepting);

  // A proxy path is on whatever host the browser used, and mostly that is always the same one.
  const { proxyUrl } = settings;
  const byOrigin = new Map<string, AuthenticateRequestOptions & { acceptsToken: 'any' }>();
  return (request: Request): Promise<AnyState> => {
    const { origin } = createClerkRequest(`${request.protocol}://${request.headers.host}`, { headers: forwarding(request) }).clerkUrl;
    let absolute = byOrigin.get(origin);
    if (!absolute) {
      absolute = { ...accepting, proxyUrl: origin + proxyUrl };
      // Hosts are the caller's choice: do not collect them without end.
      if (byOrigin.size < 100) byOrigin.set(origin, absolute);
    }
    return client.authenticateRequest(request, absolute);
  };
}

function chooseClient(options: AuthenticateRequestOptions, settings: AuthenticateRequestOptions): ClerkClient {
  const hasOwnKeys = options.secretKey || options.publishableKey || options.apiUrl || options.machineSecretKey;
  return hasOwnKeys ? createClerkClient(settings) : environmentClient();
}

function forwarding({ headers }: Request): [string, string][] {
  return ['host', 'x-forwarded-host', 'x-forwarded-proto'].flatMap((name): [string, string][] => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/**
 * Authenticates one Express request; for middleware of one's own. Tokens of machines are known as well;
 * the documented type speaks of sessions alone, and so `tokenType` says at run time what it is.
 */
export function authenticateRequest({
  clerkClient,
  request,
  options,
}: {
  clerkClient?: ClerkClient;
  request: Request;
  options?: ClerkMiddlewareOptions;
}): Promise<RequestState<'session_token'>> {
  const state = createAuthenticator({ ...options, clerkClient: clerkClient ?? options?.clerkClient })(request);
  return state as Promise<RequestState<'session_token'>>;
}
