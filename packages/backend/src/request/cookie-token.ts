/** The decision table for requests whose session token, if any, is in a cookie. */
import { constants } from '../constants.ts';
import { TokenVerificationError } from '../errors.ts';
import { decodeRemembered } from '../jwt/verify.ts';
import { TokenType } from '../tokens/token-types.ts';
import { verifyWithSource } from '../tokens/verify-token.ts';
import type { RequestContext } from './context.ts';
import { bringsHandshakeResult, resolveHandshake } from './handshake-payload.ts';
import { maybeHandshake } from './handshake.ts';
import { syncOrganization } from './organization-sync.ts';
import { AuthErrorReason as Reason } from './reasons.ts';
import { comesFromAnotherDomain, syncDomains } from './satellites.ts';
import { signedIn, signedOut, type RequestState } from './state.ts';
import { recoverFromTokenError } from './token-error.ts';

export async function authenticateByCookie(context: RequestContext): Promise<RequestState> {
  if (bringsHandshakeResult(context)) {
    const resolved = await tryResolveHandshake(context);
    if (resolved) return resolved;
  }
  return syncDomains(context) ?? meetDevBrowser(context) ?? judgeCookies(context) ?? verifyCookie(context);
}

/** A result that cannot be used leaves the request as if it had none; in development, the developer has to know why. */
async function tryResolveHandshake(context: RequestContext): Promise<RequestState | null> {
  try {
    return await resolveHandshake(context);
  } catch (error) {
    if (error instanceof TokenVerificationError && context.settings.instanceType === 'development') {
      throw new Error(`Clerk: The handshake token could not be verified: ${error.getFullMessage()}`, { cause: error });
    }
    console.error('Clerk: unable to resolve handshake:', error);
    return null;
  }
}

/** A development browser has to be known, and its token has to move from the URL into a cookie. */
function meetDevBrowser(context: RequestContext): RequestState | null {
  if (context.settings.instanceType !== 'development') return null;
  if (context.queryParameter(constants.QueryParameters.DevBrowser) !== undefined) {
    return maybeHandshake(context, Reason.DevBrowserSync);
  }
  return context.devBrowserToken ? null : maybeHandshake(context, Reason.DevBrowserMissing);
}

/** What the client's and the session's cookie say together, before the token is looked into. */
function judgeCookies(context: RequestContext): RequestState | null {
  const signedInSince = context.clientUat;
  const token = context.sessionTokenInCookie;
  if (!signedInSince && !token) {
    return signedOut(context.settings, TokenType.SessionToken, Reason.SessionTokenAndUATMissing);
  }
  if (!signedInSince) return maybeHandshake(context, Reason.SessionTokenWithoutClientUAT);
  if (!token) return maybeHandshake(context, Reason.ClientUATWithoutSessionToken);
  return null;
}

async function verifyCookie(context: RequestContext): Promise<RequestState> {
  const { settings } = context;
  const token = context.sessionTokenInCookie ?? '';
  try {
    // The client changed (signed out elsewhere, switched sessions) after this token was made.
    if (decodeRemembered(token).payload.iat < context.clientUat) {
      return maybeHandshake(context, Reason.SessionTokenIATBeforeClientUAT);
    }
    const verified = verifyWithSource(token, settings.keys, settings.expected);
    const jwt = verified instanceof Promise ? await verified : verified;
    if (comesFromAnotherDomain(context)) {
      const message = 'Cross-origin request from satellite domain requires handshake';
      return maybeHandshake(context, Reason.PrimaryDomainCrossOriginSync, message);
    }
    return syncOrganization(context, jwt.payload) ?? signedIn(settings, jwt);
  } catch (error) {
    return recoverFromTokenError(context, error, 'cookie');
  }
}
