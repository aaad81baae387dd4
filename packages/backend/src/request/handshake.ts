/** Sending a browser to the Frontend API and back, to learn (or tell) what its cookies should be. */
import { constants, SUPPORTED_BAPI_VERSION } from '../constants.ts';
import { TokenType } from '../tokens/token-types.ts';
import type { RequestContext } from './context.ts';
import type { OrganizationTarget } from './organization-target.ts';
import type { AuthReason } from './reasons.ts';
import { handshake, signedOut, type HandshakeState, type SignedOutState } from './state.ts';

const { Cookies, Headers: HeaderNames, QueryParameters } = constants;

/** After this many handshakes within two seconds something is wrong that another one will not mend. */
export const LONGEST_LOOP = 3;

const LOOP_MESSAGE =
  'Clerk: Refreshing the session token resulted in an infinite redirect loop. ' +
  'This usually means that the publishable key and the secret key are not of the same instance. Copy both anew from the dashboard.';

/**
 * A handshake, where the request can follow a redirect and is not going round in circles; otherwise
 * signed out for the same reason. `redirect`: headers of another redirect to make instead.
 */
export function maybeHandshake(
  context: RequestContext,
  reason: AuthReason,
  message = '',
  redirect?: Headers,
): HandshakeState | SignedOutState {
  const { settings } = context;
  if (!context.isDocumentRequest) return signedOut(settings, TokenType.SessionToken, reason, message);
  if (context.redirectCount >= LONGEST_LOOP) {
    console.error(LOOP_MESSAGE);
    return signedOut(settings, TokenType.SessionToken, reason, message);
  }
  const headers = redirect ?? new Headers({ [HeaderNames.Location]: handshakeUrl(context, reason) });
  headers.set(HeaderNames.CacheControl, 'no-store');
  headers.append('Set-Cookie', `${Cookies.RedirectCount}=${context.redirectCount + 1}; SameSite=Lax; HttpOnly; Max-Age=2`);
  return handshake(settings, reason, message, headers);
}

function handshakeUrl(context: RequestContext, reason: AuthReason): string {
  const { settings } = context;
  const url = new URL(`${settings.frontendUrl}/v1/client/handshake`);
  const query = url.searchParams;
  query.append('redirect_url', withoutDevBrowser(withoutHandshake(context.url)).href);
  query.append('__clerk_api_version', SUPPORTED_BAPI_VERSION);
  query.append(QueryParameters.SuffixedCookies, String(context.usesSuffixedCookies));
  query.append(QueryParameters.HandshakeReason, reason);
  query.append(QueryParameters.HandshakeFormat, 'nonce');
  if (settings.instanceType === 'development' && context.devBrowserToken) {
    query.append(QueryParameters.DevBrowser, context.devBrowserToken);
  }
  const target = settings.organizationTarget(context.url.pathname);
  if (target) query.append('organization_id', organizationIdOf(target));
  return url.href;
}

/** Empty for the personal account; the Frontend API takes a slug as well as an ID. */
function organizationIdOf(target: OrganizationTarget): string {
  if (target.type === 'personalAccount') return '';
  return 'organizationId' in target ? target.organizationId : target.organizationSlug;
}

/** Once it is a cookie, the dev browser's token has no business in the address bar. */
function withoutDevBrowser(url: URL): URL {
  const clean = new URL(url);
  clean.searchParams.delete(QueryParameters.DevBrowser);
  clean.searchParams.delete(QueryParameters.LegacyDevBrowser);
  return clean;
}

/**
 * The page's own address. The result of an earlier handshake has been used, or cannot be: left in place it would
 * be found before that of the next one.
 */
export function withoutHandshake(url: URL): URL {
  const clean = new URL(url);
  for (const name of [QueryParameters.Handshake, QueryParameters.HandshakeHelp, QueryParameters.HandshakeNonce]) {
    clean.searchParams.delete(name);
  }
  return clean;
}
