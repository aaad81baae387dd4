import type { ClerkClient, PendingSessionOptions } from '@foyer/backend';
import type { AuthenticateRequestOptions, SignedInAuthObject, SignedOutAuthObject } from '@foyer/backend/internal';
import type { Request } from 'express';

export type ClerkMiddlewareOptions = Omit<AuthenticateRequestOptions, 'acceptsToken' | 'apiClient'> & {
  /** Log the outcome of each request's authentication. */
  debug?: boolean;
  /** Client to use instead of the one that the environment describes. */
  clerkClient?: ClerkClient;
  /**
   * Whether page loads whose session cannot be judged are redirected to the Frontend API and back; `true` unless given.
   * @deprecated Requests for data are never redirected anyway.
   */
  enableHandshake?: boolean;
};

/** A request that went through `clerkMiddleware()` or `requireAuth()`. */
export type ExpressRequestWithAuth = Request & {
  auth: (options?: PendingSessionOptions) => SignedInAuthObject | SignedOutAuthObject;
};
