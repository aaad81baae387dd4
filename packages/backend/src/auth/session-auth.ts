/** Auth objects of sessions, signed in and signed out. */
import { checkAuthorization } from '@foyer/protocol/authorization';
import { readSessionClaims, type JwtPayload, type SessionStatusClaim } from '@foyer/protocol/claims';
import { createBackendApiClient, type ApiClient } from '../api/client.ts';
import type { BackendApiOptions } from '../api/request.ts';
import type { Jwt } from '../jwt/decode.ts';
import { defaultApiUrl } from '../urls.ts';
import { debugData } from './debug.ts';
import type { GetTokenOptions, PendingSessionOptions, SignedInAuthObject, SignedOutAuthObject } from './types.ts';

/** How a signed-in Auth object reaches the Backend API, for tokens made by templates. */
export type AuthObjectOptions = BackendApiOptions & { publishableKey?: string; apiClient?: ApiClient; jwtKey?: string };

export function signedInAuthObject(options: AuthObjectOptions, sessionToken: string, sessionClaims: JwtPayload): SignedInAuthObject {
  const facts = readSessionClaims(sessionClaims);
  const { fea, pla } = sessionClaims;
  return {
    tokenType: 'session_token',
    sessionClaims,
    ...facts,
    getToken: (request) => getToken(options, facts.sessionId, sessionToken, request),
    // Most Auth objects are never asked what they may do, and hardly one is debugged.
    has: (params) => checkAuthorization({ ...facts, features: claim(fea), plans: claim(pla) }, params),
    debug: () => debugData({ ...options, sessionToken })(),
    isAuthenticated: true,
  };
}

async function getToken(
  options: AuthObjectOptions,
  sessionId: string,
  sessionToken: string,
  { template, expiresInSeconds }: GetTokenOptions = {},
): Promise<string | null> {
  if (!sessionId) return null;
  if (!template && expiresInSeconds === undefined) return sessionToken;
  const client = options.apiClient ?? createBackendApiClient({ ...options, apiUrl: options.apiUrl ?? defaultApiUrl(options) });
  const { jwt } = await client.sessions.getToken(sessionId, template, expiresInSeconds);
  return jwt;
}

function claim(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function signedOutAuthObject(debug?: Record<string, unknown>, sessionStatus?: SessionStatusClaim | null): SignedOutAuthObject {
  return {
    tokenType: 'session_token',
    sessionClaims: null,
    sessionId: null,
    sessionStatus: sessionStatus ?? null,
    userId: null,
    actor: null,
    orgId: null,
    orgRole: null,
    orgSlug: null,
    orgPermissions: null,
    factorVerificationAge: null,
    getToken: () => Promise.resolve(null),
    has: () => false,
    debug: debugData(debug),
    isAuthenticated: false,
  };
}

/** The Auth object of a token whose signature is known to be good. */
export function getAuthObjectFromJwt(
  jwt: Pick<Jwt, 'payload' | 'raw'>,
  options: PendingSessionOptions & AuthObjectOptions,
): SignedInAuthObject | SignedOutAuthObject {
  const auth = signedInAuthObject(options, jwt.raw.text, jwt.payload);
  const pending = options.treatPendingAsSignedOut !== false && auth.sessionStatus === 'pending';
  return pending ? signedOutAuthObject(undefined, auth.sessionStatus) : auth;
}
