/** Replacing an expired session token without a redirect, by the refresh token that production cookies hold. */
import { isClerkAPIResponseError } from '../api/error.ts';
import { decodeRemembered } from '../jwt/verify.ts';
import type { ReadJwt } from '../jwt/decode.ts';
import { verifyWithSource } from '../tokens/verify-token.ts';
import type { RequestContext } from './context.ts';
import { RefreshTokenErrorReason as Reason } from './reasons.ts';
import { findSessionToken } from './set-cookie.ts';
import { signedIn, type SignedInState } from './state.ts';

/** A refreshed session, or the reason why there is none. */
export type RefreshResult = { state: SignedInState } | { reason: string };

/** Headers that the Backend API has no use for and that are better not sent about. */
const WITHHELD = new Set(['cookie', 'authorization']);

/** Tries to refresh the expired token of this request. Never throws: the reason of a failure becomes part of the handshake's. */
export async function tryRefresh(context: RequestContext): Promise<RefreshResult> {
  // A redirect would lose the body of anything but a GET, and so would the retry that a new cookie asks for.
  if (context.request.method !== 'GET') return { reason: Reason.NonEligibleNonGet };
  if (!context.refreshTokenInCookie) return { reason: Reason.NonEligibleNoCookie };
  const cookies = await fetchCookies(context, context.refreshTokenInCookie);
  if ('reason' in cookies) return cookies;
  const token = findSessionToken(cookies.directives);
  if (!token) return { reason: Reason.MissingSessionToken };
  try {
    const { settings } = context;
    const jwt = await verifyWithSource(token, settings.keys, settings.expected);
    const headers = new Headers();
    for (const directive of cookies.directives) headers.append('Set-Cookie', directive);
    return { state: signedIn(settings, jwt, headers) };
  } catch {
    // Whatever is wrong with the new token, a handshake is the way to another one.
    return { reason: Reason.InvalidSessionToken };
  }
}

async function fetchCookies(
  context: RequestContext,
  refreshToken: string,
): Promise<{ directives: string[] } | { reason: string }> {
  const { apiClient } = context.settings;
  const expiredToken = context.tokenInHeader ?? context.sessionTokenInCookie;
  if (!apiClient) return { reason: Reason.MissingApiClient };
  if (!expiredToken) return { reason: Reason.MissingSessionToken };
  const expired = decode(expiredToken);
  if (!expired) return { reason: Reason.ExpiredSessionTokenDecodeFailed };
  if (!expired.payload.sid) return { reason: Reason.ExpiredSessionTokenMissingSidClaim };
  try {
    const { cookies } = await apiClient.sessions.refreshSession(expired.payload.sid, {
      format: 'cookie',
      suffixed_cookies: context.usesSuffixedCookies,
      expired_token: expiredToken,
      refresh_token: refreshToken,
      request_origin: context.url.origin,
      request_headers: forwardableHeaders(context),
    });
    return { directives: cookies };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function decode(token: string): ReadJwt | undefined {
  try {
    return decodeRemembered(token);
  } catch {
    return undefined;
  }
}

function forwardableHeaders({ request }: RequestContext): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of request.headers()) {
    if (!WITHHELD.has(name)) headers[name] = [value];
  }
  return headers;
}

function reasonOf(error: unknown): string {
  if (!isClerkAPIResponseError(error)) return Reason.UnexpectedSDKError;
  const [first] = error.errors;
  if (!first) return Reason.UnexpectedBAPIError;
  return first.code === 'unexpected_error' ? Reason.FetchError : first.code;
}
