/** Several domains, one sign-in: satellites learn from the primary domain who is signed in. */
import { constants } from '../constants.ts';
import type { RequestContext } from './context.ts';
import { LONGEST_LOOP, maybeHandshake } from './handshake.ts';
import { AuthErrorReason as Reason } from './reasons.ts';
import type { RequestState } from './state.ts';

const { Headers: HeaderNames, QueryParameters } = constants;

/** The step of a sync between domains that this request has to take, if any. */
export function syncDomains(context: RequestContext): RequestState | null {
  const { instanceType, isSatellite } = context.settings;
  if (isSatellite) return context.request.header(HeaderNames.SecFetchDest) === 'document' ? syncSatellite(context) : null;
  return instanceType === 'development' ? respondToSatellite(context) : null;
}

/** In production cookies of the Frontend API can tell; in development the primary's own page has to. */
function syncSatellite(context: RequestContext): RequestState | null {
  const { instanceType, options } = context.settings;
  if (instanceType === 'production') {
    // Someone who opens pages quickly has just been asked after: the cookies are as good as they get.
    return context.redirectCount < LONGEST_LOOP ? maybeHandshake(context, Reason.SatelliteCookieNeedsSyncing) : null;
  }
  if (context.url.searchParams.has(QueryParameters.ClerkSynced)) return null;
  const signIn = new URL(options.signInUrl ?? '');
  signIn.searchParams.append(QueryParameters.ClerkRedirectUrl, context.url.href);
  return maybeHandshake(context, Reason.SatelliteCookieNeedsSyncing, '', redirectTo(signIn));
}

/** The primary sends the browser back to the satellite that sent it, with the dev browser's token. */
function respondToSatellite(context: RequestContext): RequestState | null {
  const target = context.queryParameter(QueryParameters.ClerkRedirectUrl);
  if (!target || !URL.canParse(target)) return null;
  const satellite = new URL(target);
  if (context.devBrowserToken) satellite.searchParams.append(QueryParameters.DevBrowser, context.devBrowserToken);
  satellite.searchParams.append(QueryParameters.ClerkSynced, 'true');
  return maybeHandshake(context, Reason.PrimaryRespondsToSyncing, '', redirectTo(satellite));
}

function redirectTo(url: URL): Headers {
  return new Headers({ [HeaderNames.Location]: url.href });
}

/**
 * Whether a page of the primary domain was reached from another site that may be a satellite with
 * news. Once is enough: the loop cookie says that a handshake has just been made.
 */
export function comesFromAnotherDomain(context: RequestContext): boolean {
  const { isSatellite } = context.settings;
  if (isSatellite || context.request.header(HeaderNames.SecFetchDest) !== 'document') return false;
  const referrer = context.request.header(HeaderNames.Referrer);
  if (!referrer || !URL.canParse(referrer)) return false;
  const from = new URL(referrer);
  return from.origin !== context.url.origin && !isOurOwn(from, context) && context.redirectCount === 0;
}

/** The Frontend API and the account portal send people back with everything settled already. */
function isOurOwn({ host, hostname }: URL, { settings }: RequestContext): boolean {
  if (host === settings.issuerHost || host === new URL(settings.frontendUrl).host) return true;
  if (hostname.endsWith('.accounts.dev')) return !hostname.endsWith('.clerk.accounts.dev');
  return hostname.startsWith('accounts.');
}
