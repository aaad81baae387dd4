import type { RequestContext } from '../../platform/http/facts.ts';
import { findClient } from '../clients/service.ts';
import { isKnownToAsker, liveSessions } from '../sessions/find.ts';
import { handOutToken } from './hand-out.ts';
import { CLIENT_UAT } from './cookie-names.ts';
import { clientUat, clientUatCookies, expiredClientCookie } from './client-cookies.ts';

/** Makes the caller carry its client from now on, and tells its servers of changes. */
export async function remember(ctx: RequestContext): Promise<void> {
  const { carriage, clientId } = ctx.asking;
  handOutToken(ctx);
  if (carriage?.carrier !== 'cookie' || !carriage.changed) return;
  if (clientId === null) ctx.http.setCookie(expiredClientCookie(ctx));
  for (const directive of clientUatCookies(ctx, await presentUat(ctx))) ctx.http.setCookie(directive);
}

/**
 * Notes a change when the application's `__client_uat` cookie tells another story than the facts: a
 * session ran out, or was revoked elsewhere. Only production browsers have the cookie from us.
 */
export async function noteStaleUat(ctx: RequestContext): Promise<void> {
  const { carriage } = ctx.asking;
  if (carriage?.carrier !== 'cookie' || carriage.replacedAt !== null) return;
  const told = ctx.http.cookie(CLIENT_UAT);
  const present = await presentUat(ctx);
  if (told !== present && !(told === undefined && present === '0')) carriage.changed = true;
}

async function presentUat(ctx: RequestContext): Promise<string> {
  const { clientId } = ctx.asking;
  const client = clientId === null ? null : await findClient(ctx, clientId);
  const live = client ? await liveSessions(ctx, client.id) : [];
  return clientUat(client, live.some((session) => isKnownToAsker(ctx, session)));
}
