/** `req.auth`: a function that answers with the Auth object. */
import type { AuthObject, PendingSessionOptions } from '@foyer/backend';
import { signedOutAuthObject, type RequestState, type TokenType } from '@foyer/backend/internal';
import type { Request } from 'express';

export type RequestAuth = (options?: PendingSessionOptions) => AuthObject;

/** The request's `auth`, if a middleware has set it. */
export function readAuth(request: Request): RequestAuth | undefined {
  return 'auth' in request && typeof request.auth === 'function' ? (request.auth as RequestAuth) : undefined;
}

/** Gives the request its `auth`. */
export function attachAuth(request: Request, state: RequestState<TokenType | null>): void {
  // A handshake that was switched off leaves nobody signed in.
  const auth: RequestAuth = (options) => state.toAuth(options) ?? signedOutAuthObject();
  Object.assign(request, { auth: allowPropertyAccess(auth) });
}

let warned = false;

/** Earlier versions had an object here, so reading its properties still works (once with a warning, outside production). */
function allowPropertyAccess(auth: RequestAuth): RequestAuth {
  return new Proxy(auth, {
    get(target, name, receiver) {
      if (name === 'toJSON') return () => target();
      const facts: object = target();
      if (!Object.hasOwn(facts, name)) return Reflect.get(target, name, receiver);
      warnOnce();
      return Reflect.get(facts, name);
    },
  });
}

function warnOnce(): void {
  if (warned || process.env['NODE_ENV'] === 'production') return;
  warned = true;
  console.warn('Clerk: Reading properties of req.auth is deprecated. Call it: req.auth(), or use getAuth(req).');
}
