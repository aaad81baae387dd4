/** Building blocks for framework SDKs; import from `@foyer/backend/internal`. */
export { constants } from './constants.ts';
export { createRedirect, type RedirectFun } from './redirects.ts';
export { createAuthenticateRequest, type AuthenticateRequest, type CreateAuthenticateRequestOptions } from './factory.ts';
export type { AuthenticateRequestOptions, OrganizationSyncOptions } from './request/settings.ts';
export type { NodeRequestLike } from './request/request-view.ts';
export {
  debugRequestState,
  type AuthenticatedState,
  type HandshakeState,
  type RequestState,
  type SignedInState,
  type SignedOutState,
  type UnauthenticatedState,
} from './request/state.ts';
export { AuthStatus } from './request/reasons.ts';
export { createClerkRequest, type ClerkRequest } from './request/clerk-request.ts';
export {
  getMachineTokenType,
  isMachineTokenByPrefix,
  isMachineTokenType,
  isTokenTypeAccepted,
  TokenType,
  type MachineTokenType,
  type SessionTokenType,
} from './tokens/token-types.ts';
export { verifyMachineAuthToken } from './tokens/machine-tokens.ts';
export { getAuthObjectForAcceptedToken, makeAuthObjectSerializable } from './auth/accepted-auth.ts';
export { authenticatedMachineObject, invalidTokenAuthObject, unauthenticatedMachineObject } from './auth/machine-auth.ts';
export {
  getAuthObjectFromJwt,
  signedInAuthObject,
  signedOutAuthObject,
  type AuthObjectOptions as SignedInAuthObjectOptions,
} from './auth/session-auth.ts';
export type {
  AuthenticatedMachineObject,
  AuthOptions,
  GetAuthFn,
  GetAuthFnNoRequest,
  InferAuthObjectFromToken,
  InferAuthObjectFromTokenArray,
  SignedInAuthObject,
  SignedOutAuthObject,
  UnauthenticatedMachineObject,
} from './auth/types.ts';
export { decorateObjectWithResources, stripPrivateDataFromObject } from './auth/with-resources.ts';
export { reverificationError, reverificationErrorResponse } from './reverification.ts';
