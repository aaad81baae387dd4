/** Add `/// <reference types="@foyer/express/env" />` to a file of yours and every Express request has its `auth`. */
import type { AuthObject, PendingSessionOptions } from './dist/index.js';

declare global {
  namespace Express {
    interface Request {
      auth: AuthObject & {
        (options?: PendingSessionOptions): AuthObject;
      };
    }
  }
}
