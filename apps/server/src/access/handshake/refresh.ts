import { apiError } from '@foyer/protocol/errors';
import type { SessionClaims } from '@foyer/protocol/claims';
import { DAY, SECOND } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { findClient } from '../clients/service.ts';
import { recordActivityBehindServer } from '../sessions/activity.ts';
import { findSession } from '../sessions/find.ts';
import { isRefreshToken } from '../sessions/refresh-token.ts';
import { isLive } from '../sessions/status.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { mintSessionToken } from '../tokens/mint.ts';
import { readOwnToken } from '../tokens/verify.ts';

/** An older session token is not refreshed: a handshake sees to it that the browser is still there. */
const OLDEST_TOKEN = DAY;

export interface RefreshRequest {
  sessionId: string;
  expiredToken: string;
  refreshToken: string;
  /** Origin of the page that was asked for. */
  origin: string;
}

/**
 * Makes a new session token for a server whose browser brought an expired one, with the refresh token
 * beside it, so that no redirect is needed (protocol §8). Each refusal has its own code, which SDKs
 * pass on when they fall back to a handshake.
 */
export async function refreshSession(ctx: RequestContext, request: RefreshRequest): Promise<string> {
  const claims = await expiredClaims(ctx, request);
  checkOrigin(request.origin, claims.azp);
  const session = await findSession(ctx, request.sessionId);
  if (!session) throw apiError('session_refresh_session_not_found');
  if (!isRefreshToken(session, request.refreshToken)) throw apiError('refresh_token_not_found');
  if (!isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('session_refresh_inactive_session');
  await recordActivityBehindServer(ctx, session);
  return newToken(ctx, session, request.origin);
}

interface ExpiredClaims {
  azp: string;
}

async function expiredClaims(ctx: Context, { expiredToken, sessionId }: RefreshRequest): Promise<ExpiredClaims> {
  const claims: Partial<SessionClaims> | null = await readOwnToken(ctx, expiredToken);
  if (!claims) throw apiError('expired_session_token_invalid');
  if (typeof claims.sid !== 'string') throw apiError('expired_session_token_missing_sid');
  if (claims.sid !== sessionId) throw apiError('refresh_sid_mismatch');
  if (typeof claims.azp !== 'string') throw apiError('expired_session_token_missing_azp');
  if (typeof claims.iat !== 'number') throw apiError('session_refresh_expired_session_token_missing_iat');
  if (now(ctx).getTime() - claims.iat * SECOND > OLDEST_TOKEN) throw apiError('session_refresh_expired_session_token_too_old');
  return { azp: claims.azp };
}

function checkOrigin(origin: string, azp: string): void {
  if (!URL.canParse(origin)) throw apiError('refresh_request_origin_invalid');
  if (new URL(origin).origin !== azp) throw apiError('refresh_request_origin_azp_mismatch');
}

async function newToken(ctx: Context, session: SessionRow, origin: string): Promise<string> {
  const client = await findClient(ctx, session.client_id);
  return mintSessionToken(ctx, session, { authorizedParty: new URL(origin).origin, clientChangedAt: client?.updated_at ?? null });
}
