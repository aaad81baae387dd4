import { AuthStatus, debugRequestState } from '@foyer/backend/internal';
import type { Request, RequestHandler, Response } from 'express';
import { createAuthenticator } from './authenticate-request.ts';
import { attachAuth, readAuth } from './request-auth.ts';
import type { ClerkMiddlewareOptions } from './types.ts';

/**
 * Middleware that finds out who sent a request, by session cookie or by Authorization header, and
 * attaches the answer as `req.auth`. Goes before every route that asks
 * (docs: reference/express/clerk-middleware).
 */
export function clerkMiddleware(options: ClerkMiddlewareOptions = {}): RequestHandler {
  const authenticate = createMiddlewareStep(options);
  return async (request, response, next) => {
    try {
      if (await authenticate(request, response)) next();
    } catch (error) {
      next(error);
    }
  };
}

/** Authenticates a request unless that has been done; resolves to `false` when the answer has been sent already. */
export function createMiddlewareStep(options: ClerkMiddlewareOptions): (request: Request, response: Response) => Promise<boolean> {
  const authenticate = createAuthenticator(options);
  const { debug = false, enableHandshake = true } = options;
  return async (request, response) => {
    if (readAuth(request)) return true;
    const state = await authenticate(request);
    if (debug) console.log('Clerk:', debugRequestState(state));
    // The answer to a signed-in request rarely carries anything; reading its headers would make them.
    if (enableHandshake) sendHeaders(state.headers, response);
    if (enableHandshake && (state.status === AuthStatus.Handshake || state.headers.has('location'))) {
      response.status(307).end();
      return false;
    }
    attachAuth(request, state);
    return true;
  };
}

function sendHeaders(headers: Headers, response: Response): void {
  for (const [name, value] of headers) response.append(name, value);
}
