import { apiError } from '@foyer/protocol/errors';
import { NOBODY, type Asking, type RequestContext } from '../../platform/http/facts.ts';
import type { Asker } from '../../platform/http/routes.ts';
import { redeemRotatingNonce } from '../clients/rotating-nonce.ts';
import { findClient, findClientByToken } from '../clients/service.ts';
import type { ClientRow } from '../clients/tables.ts';
import { findDevBrowser } from '../dev-browsers/service.ts';
import { activeSession, isKnownToAsker, liveSessions } from '../sessions/find.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { unknownCarriage, type Carriage } from './carriage.ts';
import { readCredential } from './credential.ts';

/**
 * Finds out who is asking: the client that the request carries, and the session it speaks for — the
 * one named by `_clerk_session_id`, or the client's active one.
 *
 * @throws `dev_browser_unauthenticated`, `client_not_found`, `signed_out`, `authentication_invalid` or
 *   `resource_forbidden` (impersonation) when the route needs more than there is, and the errors of `readCredential`
 */
export async function identify(ctx: RequestContext, needed: Asker): Promise<Asking> {
  if (needed === 'unchecked') return { ...NOBODY };
  const carriage = unknownCarriage(readCredential(ctx));
  const client = await findAskingClient(ctx, carriage);
  ctx.asking.carriage = carriage;
  if (!client) {
    if (needed !== 'anyone') throw noClient(carriage, needed);
    return { ...NOBODY, carriage };
  }
  const session = await findAskingSession(ctx, client);
  if (needsUser(needed) && !session) throw apiError(namedSession(ctx) === null ? 'signed_out' : 'authentication_invalid');
  if (needed === 'self' && session?.actor) throw apiError('resource_forbidden', { longMessage: 'This is not possible while you act as someone else.' });
  return {
    clientId: client.id,
    sessionId: session?.id ?? null,
    userId: session?.user_id ?? null,
    actor: session?.actor ?? null,
    tasks: session?.tasks ?? [],
    carriage,
  };
}

async function findAskingClient(ctx: RequestContext, carriage: Carriage): Promise<ClientRow | null> {
  const { token } = carriage;
  if (token === null) return null;
  if (carriage.carrier === 'dev_browser') {
    const browser = await findDevBrowser(ctx, token);
    carriage.devBrowserId = browser?.id ?? null;
    const client = browser?.client_id ? await findClient(ctx, browser.client_id) : null;
    return client?.ended_at === null ? client : null;
  }
  const nonce = ctx.http.query['rotating_token_nonce'];
  if (carriage.carrier === 'native' && typeof nonce === 'string') {
    const redeemed = await redeemRotatingNonce(ctx, token, nonce);
    if (redeemed) {
      carriage.newToken = redeemed.token;
      return redeemed.client;
    }
  }
  const found = await findClientByToken(ctx, token);
  if (found?.replaced) carriage.replacedAt = found.client.token_rotated_at;
  return found?.client ?? null;
}

async function findAskingSession(ctx: RequestContext, client: ClientRow): Promise<SessionRow | null> {
  const live = (await liveSessions(ctx, client.id)).filter((session) => isKnownToAsker(ctx, session));
  const named = namedSession(ctx);
  if (named === null) return activeSession(client, live);
  return live.find((session) => session.id === named) ?? null;
}

function needsUser(needed: Asker): boolean {
  return needed === 'user' || needed === 'self';
}

function namedSession({ http }: RequestContext): string | null {
  const named = http.query['_clerk_session_id'];
  return typeof named === 'string' && named !== '' ? named : null;
}

function noClient({ carrier, devBrowserId }: Carriage, needed: Asker) {
  if (carrier === 'dev_browser' && devBrowserId === null) return apiError('dev_browser_unauthenticated');
  return apiError(needsUser(needed) ? 'signed_out' : 'client_not_found');
}

/**
 * Refuses a development browser that we do not know, so that the SDK gets itself a new one.
 *
 * @throws `dev_browser_unauthenticated`
 */
export function requireKnownBrowser({ asking }: RequestContext): void {
  if (asking.carriage?.carrier === 'dev_browser' && asking.carriage.devBrowserId === null) throw apiError('dev_browser_unauthenticated');
}
