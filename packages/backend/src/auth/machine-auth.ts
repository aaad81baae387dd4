/** Auth objects of programs: API keys, M2M tokens and OAuth access tokens. */
import type { APIKey, IdPOAuthAccessToken, M2MToken } from '../resources/index.ts';
import { TokenType, type MachineTokenType } from '../tokens/token-types.ts';
import { debugData } from './debug.ts';
import type { AuthenticatedMachineObject, InvalidTokenAuthObject, MachineAuthType, UnauthenticatedMachineObject } from './types.ts';

/** The Auth object of a machine's token that the Backend API has confirmed. */
export function authenticatedMachineObject<T extends MachineTokenType>(
  tokenType: T,
  token: string,
  verified: MachineAuthType,
  debug?: Record<string, unknown>,
): AuthenticatedMachineObject<T> {
  const common = {
    id: verified.id,
    subject: verified.subject,
    scopes: verified.scopes,
    getToken: () => Promise.resolve(token),
    has: () => false,
    debug: debugData(debug),
    isAuthenticated: true,
  };
  return { ...common, ...ownFields(tokenType, verified) } as unknown as AuthenticatedMachineObject<T>;
}

function ownFields(tokenType: MachineTokenType, verified: MachineAuthType): object {
  if (tokenType === TokenType.ApiKey) {
    const { name, claims, subject } = verified as APIKey;
    const userId = subject.startsWith('user_') ? subject : null;
    const orgId = subject.startsWith('org_') ? subject : null;
    return { tokenType, name, claims, userId, orgId };
  }
  if (tokenType === TokenType.M2MToken) {
    const { claims, subject } = verified as M2MToken;
    return { tokenType, claims, machineId: subject };
  }
  const { subject, clientId } = verified as IdPOAuthAccessToken;
  return { tokenType, userId: subject, clientId };
}

/** The Auth object where a machine was asked for and none proved who it is. */
export function unauthenticatedMachineObject<T extends MachineTokenType>(
  tokenType: T,
  debug?: Record<string, unknown>,
): UnauthenticatedMachineObject<T> {
  const common = {
    id: null,
    subject: null,
    scopes: null,
    has: () => false,
    getToken: () => Promise.resolve(null),
    debug: debugData(debug),
    isAuthenticated: false,
    tokenType,
  };
  const own = {
    [TokenType.ApiKey]: { name: null, claims: null, userId: null, orgId: null },
    [TokenType.M2MToken]: { claims: null, machineId: null },
    [TokenType.OAuthToken]: { userId: null, clientId: null },
  }[tokenType];
  return { ...common, ...own } as unknown as UnauthenticatedMachineObject<T>;
}

/** The Auth object of a token that is none of the several kinds a route takes. */
export function invalidTokenAuthObject(): InvalidTokenAuthObject {
  return {
    isAuthenticated: false,
    tokenType: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug: () => ({}),
  };
}
