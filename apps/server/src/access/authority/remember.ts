import type { RequestContext } from '../../platform/http/facts.ts';
import { presenceOf, readPresence, type Presence } from '../clients/presence.ts';
import { isKnownToAsker, liveAmong } from '../sessions/find.ts';
import { handOutToken } from './hand-out.ts';
import { CLIENT_UAT } from './cookie-names.ts';
import { clientUat, clientUatCookies, expiredClientCookie } from './client-cookies.ts';

/** Makes the caller carry its client from now on, and tells its servers of changes. */
export async function remember(ctx: RequestContext): Promise<void> {
  const { carriage, clientId } = ctx.asking;
  handOutToken(ctx);
  if (carriage?.carrier !== 'cookie' || !carriage.changed) return;
  if (clientId === null) ctx.http.setCookie(expiredClientCookie(ctx));
  for (const directive of clientUatCookies(ctx, uatOf(ctx, await presenceOf(ctx)))) ctx.http.setCookie(directive);
}

/**
 * Notes a change when the application's `__client_uat` cookie tells another story than the facts: a
 * session ran out, or was revoked elsewhere. Only production browsers have the cookie from us.
 */
export async function noteStaleUat(ctx: RequestContext): Promise<void> {
  const { carriage } = ctx.asking;
  if (carriage?.carrier !== 'cookie' || carriage.replacedAt !== null) return;
  const told = ctx.http.cookie(CLIENT_UAT);
  const present = uatOf(ctx, await readPresence(ctx));
  if (told !== present && !(told === undefined && present === '0')) carriage.changed = true;
}

function uatOf(ctx: RequestContext, presence: Presence | null): string {
  const live = presence ? liveAmong(ctx, presence.sessions) : [];
  return clientUat(presence?.client ?? null, live.some((session) => isKnownToAsker(ctx, session)));
}
