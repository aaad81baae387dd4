/** Backend API client, token verification and request authentication for any JavaScript server. */
export { createClerkClient, type ClerkClient, type ClerkOptions } from './create-client.ts';
export { verifyToken, type VerifyTokenOptions } from './tokens/verify-token.ts';
export type { ApiClient } from './api/client.ts';
export type { PasswordHasher } from './api/endpoints/users.ts';
export type { JwtPayload, SessionClaims } from '@foyer/protocol/claims';
export type {
  AuthObject,
  InvalidTokenAuthObject,
  MachineAuthObject,
  PendingSessionOptions,
  SessionAuthObject,
} from './auth/types.ts';
export type * from './json/index.ts';
export type * from './resources/index.ts';
export type * from './webhook-events.ts';
