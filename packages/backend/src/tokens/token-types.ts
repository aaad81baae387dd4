/** The kinds of tokens by which a request can say who sent it. */

export const TokenType = {
  SessionToken: 'session_token',
  ApiKey: 'api_key',
  M2MToken: 'm2m_token',
  OAuthToken: 'oauth_token',
} as const;
export type TokenType = (typeof TokenType)[keyof typeof TokenType];
export type SessionTokenType = typeof TokenType.SessionToken;
export type MachineTokenType = Exclude<TokenType, SessionTokenType>;

/** Which kinds a route takes. */
export type AcceptedTokens = TokenType | readonly TokenType[] | 'any';

const PREFIXES: Record<string, MachineTokenType> = {
  mt_: TokenType.M2MToken,
  oat_: TokenType.OAuthToken,
  ak_: TokenType.ApiKey,
};

function findMachineTokenType(token: string): MachineTokenType | undefined {
  const prefix = Object.keys(PREFIXES).find((candidate) => token.startsWith(candidate));
  return prefix === undefined ? undefined : PREFIXES[prefix];
}

/** Whether a token is a machine's (API key, M2M token, OAuth access token) rather than a session's. */
export function isMachineTokenByPrefix(token: string): boolean {
  return findMachineTokenType(token) !== undefined;
}

/** @throws Error when the token is not a machine's */
export function getMachineTokenType(token: string): MachineTokenType {
  const type = findMachineTokenType(token);
  if (!type) throw new Error('Unknown machine token type');
  return type;
}

/** Kind of a token by its prefix. */
export function tokenTypeOf(token: string): TokenType {
  return findMachineTokenType(token) ?? TokenType.SessionToken;
}

export function isMachineTokenType(type: string | null): type is MachineTokenType {
  return type === TokenType.ApiKey || type === TokenType.M2MToken || type === TokenType.OAuthToken;
}

export function isTokenTypeAccepted(type: TokenType | null, accepted: AcceptedTokens): boolean {
  if (type === null) return false;
  return accepted === 'any' || (typeof accepted === 'string' ? accepted === type : accepted.includes(type));
}
