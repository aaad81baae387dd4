import type { ActorToken, Client, Cookies, HandshakePayload, Session, SignInToken, Token, TestingToken } from '../../resources/index.ts';
import type { JwksJSON } from '../../json/index.ts';
import { path } from '../path.ts';
import type { RequestFunction } from '../request.ts';
import type { ClerkPaginationRequest, Page } from './params.ts';

export type SessionStatus = 'abandoned' | 'active' | 'pending' | 'ended' | 'expired' | 'removed' | 'replaced' | 'revoked';

/** One of `clientId` and `userId` is required. */
export type SessionListParams = ClerkPaginationRequest<{ clientId?: string; userId?: string; status?: SessionStatus }>;

export interface RefreshTokenParams {
  expired_token: string;
  refresh_token: string;
  request_origin: string;
  request_originating_ip?: string;
  request_headers?: Record<string, string[]>;
  suffixed_cookies?: boolean;
  format?: 'token' | 'cookie';
}

/** `clerkClient.sessions` (docs: reference/backend/sessions). */
export const sessionsApi = (request: RequestFunction) => {
  /** A fresh session token, as the token itself or as the cookies to set. */
  function refreshSession(sessionId: string, params: RefreshTokenParams & { format: 'cookie' }): Promise<Cookies>;
  function refreshSession(sessionId: string, params: RefreshTokenParams): Promise<Token>;
  function refreshSession(sessionId: string, { suffixed_cookies, ...body }: RefreshTokenParams): Promise<Token | Cookies> {
    return request({ method: 'POST', path: path`/sessions/${sessionId}/refresh`, query: { suffixed_cookies }, body });
  }

  return {
    getSessionList: (params: SessionListParams = {}) =>
      request<Page<Session>>({ method: 'GET', path: '/sessions', query: { ...params, paginated: true } }),
    getSession: (sessionId: string) => request<Session>({ method: 'GET', path: path`/sessions/${sessionId}` }),
    /** Development instances only, for tests. */
    createSession: (params: { userId: string }) => request<Session>({ method: 'POST', path: '/sessions', body: params }),
    /** Signs the user out of that client. */
    revokeSession: (sessionId: string) => request<Session>({ method: 'POST', path: path`/sessions/${sessionId}/revoke` }),
    /** @deprecated Verify session tokens without a call, with `verifyToken()` or `authenticateRequest()`. */
    verifySession: (sessionId: string, token: string) =>
      request<Session>({ method: 'POST', path: path`/sessions/${sessionId}/verify`, body: { token } }),
    /** A session token, or one made by the named JWT template. */
    getToken: (sessionId: string, template?: string, expiresInSeconds?: number) =>
      request<Token>({
        method: 'POST',
        path: template ? path`/sessions/${sessionId}/tokens/${template}` : path`/sessions/${sessionId}/tokens`,
        body: { expiresInSeconds },
      }),
    refreshSession,
  };
};

/** `clerkClient.clients` (docs: reference/backend/client). */
export const clientsApi = (request: RequestFunction) => ({
  /** @deprecated */
  getClientList: (params: ClerkPaginationRequest = {}) =>
    request<Page<Client>>({ method: 'GET', path: '/clients', query: { ...params, paginated: true } }),
  getClient: (clientId: string) => request<Client>({ method: 'GET', path: path`/clients/${clientId}` }),
  /** The client that a session token belongs to. */
  verifyClient: (token: string) => request<Client>({ method: 'POST', path: '/clients/verify', body: { token } }),
  getHandshakePayload: (params: { nonce: string }) =>
    request<HandshakePayload>({ method: 'GET', path: '/clients/handshake_payload', query: params }),
});

/** `clerkClient.signInTokens` (docs: reference/backend/sign-in-tokens). */
export const signInTokensApi = (request: RequestFunction) => ({
  /** `expiresInSeconds`: 30 days unless given. */
  createSignInToken: (params: { userId: string; expiresInSeconds?: number }) =>
    request<SignInToken>({ method: 'POST', path: '/sign_in_tokens', body: params }),
  revokeSignInToken: (signInTokenId: string) =>
    request<SignInToken>({ method: 'POST', path: path`/sign_in_tokens/${signInTokenId}/revoke` }),
});

export interface ActorTokenCreateParams {
  userId: string;
  /** Who acts as the user. */
  actor: { sub: string; additionalProperties?: Record<string, unknown> };
  expiresInSeconds?: number;
  sessionMaxDurationInSeconds?: number;
}

/** `clerkClient.actorTokens` (docs: guides/users/impersonation). */
export const actorTokensApi = (request: RequestFunction) => ({
  create: (params: ActorTokenCreateParams) => request<ActorToken>({ method: 'POST', path: '/actor_tokens', body: params }),
  revoke: (actorTokenId: string) => request<ActorToken>({ method: 'POST', path: path`/actor_tokens/${actorTokenId}/revoke` }),
});

/** `clerkClient.testingTokens` (docs: reference/backend/testing-tokens). */
export const testingTokensApi = (request: RequestFunction) => ({
  createTestingToken: () => request<TestingToken>({ method: 'POST', path: '/testing_tokens' }),
});

/** `clerkClient.jwks`: the instance's public keys. */
export const jwksApi = (request: RequestFunction) => ({
  getJwks: () => request<JwksJSON>({ method: 'GET', path: '/jwks' }),
});

