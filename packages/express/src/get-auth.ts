import type { AuthObject } from '@foyer/backend';
import { getAuthObjectForAcceptedToken, type AuthOptions, type GetAuthFn } from '@foyer/backend/internal';
import type { Request } from 'express';
import { readAuth } from './request-auth.ts';

/**
 * Who sent this request (docs: reference/express/get-auth). Only session tokens count unless
 * `acceptsToken` says otherwise.
 *
 * @throws Error when neither `clerkMiddleware()` nor `requireAuth()` came before
 */
export const getAuth = ((request: Request, { acceptsToken, ...options }: AuthOptions = {}): AuthObject => {
  const auth = readAuth(request);
  if (!auth) {
    throw new Error(
      'getAuth() needs clerkMiddleware() to have run. Register it before your routes: app.use(clerkMiddleware()).',
    );
  }
  return getAuthObjectForAcceptedToken({ authObject: auth(options), acceptsToken });
}) as GetAuthFn<Request>;
