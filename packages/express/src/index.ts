/** Express middleware and helpers. */
export { authenticateRequest } from './authenticate-request.ts';
export { clerkClient } from './clerk-client.ts';
export { clerkMiddleware } from './clerk-middleware.ts';
export { getAuth } from './get-auth.ts';
export { requireAuth } from './require-auth.ts';
export type { ClerkMiddlewareOptions, ExpressRequestWithAuth } from './types.ts';
export * from '@foyer/backend';
