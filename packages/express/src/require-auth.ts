import type { RequestHandler } from 'express';
import { createMiddlewareStep } from './clerk-middleware.ts';
import { getAuth } from './get-auth.ts';
import type { ClerkMiddlewareOptions } from './types.ts';

/**
 * Middleware for pages that only signed-in users see: others are redirected to `signInUrl`, else to
 * CLERK_SIGN_IN_URL, else to `/` (docs: reference/express/require-auth). For API routes use
 * `getAuth()` and answer with a status code.
 */
export function requireAuth(options: ClerkMiddlewareOptions = {}): RequestHandler {
  const authenticate = createMiddlewareStep(options);
  return async (request, response, next) => {
    try {
      if (!(await authenticate(request, response))) return;
      if (getAuth(request).userId) return next();
      response.redirect(options.signInUrl || process.env['CLERK_SIGN_IN_URL'] || '/');
    } catch (error) {
      next(error);
    }
  };
}
