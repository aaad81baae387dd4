import { isMachineTokenType, isTokenTypeAccepted, TokenType, type AcceptedTokens } from '../tokens/token-types.ts';
import { invalidTokenAuthObject, unauthenticatedMachineObject } from './machine-auth.ts';
import { signedOutAuthObject } from './session-auth.ts';
import type { AuthObject } from './types.ts';

/**
 * The Auth object as a route sees it that takes only some kinds of tokens: a token of another kind
 * is as good as none.
 */
export function getAuthObjectForAcceptedToken({
  authObject,
  acceptsToken = TokenType.SessionToken,
}: {
  authObject: AuthObject;
  acceptsToken: AcceptedTokens | undefined;
}): AuthObject {
  if (isTokenTypeAccepted(authObject.tokenType, acceptsToken) || acceptsToken === 'any') return authObject;
  if (typeof acceptsToken !== 'string') return invalidTokenAuthObject();
  return isMachineTokenType(acceptsToken)
    ? unauthenticatedMachineObject(acceptsToken, authObject.debug())
    : signedOutAuthObject(authObject.debug());
}

/** A plain object without functions, so that it can cross from a server to a page. */
export function makeAuthObjectSerializable<T extends Record<string, unknown>>(auth: T): T {
  const { debug: _debug, getToken: _getToken, has: _has, ...facts } = auth;
  return facts as unknown as T;
}
