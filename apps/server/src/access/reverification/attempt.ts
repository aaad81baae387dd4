import { apiError } from '@foyer/protocol/errors';
import type { SessionVerificationStatus } from '@foyer/protocol/statuses';
import { after, HOUR } from '../../platform/clock.ts';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { loadUser, type UserAggregate } from '../../people/users/service.ts';
import { findMany as findVerifications } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { sessionOfClient } from '../sessions/find.ts';
import { isLive } from '../sessions/status.ts';
import type { SessionRow } from '../sessions/tables.ts';
import { reverificationStatus } from './status.ts';
import * as store from './store.ts';
import type { ReverificationRow } from './tables.ts';

/** One that nobody goes on with for this long is forgotten. Each proof counts at once, so nothing is lost. */
const LIFETIME = HOUR;

/** A reverification with everything that its status and its resource depend on. */
export interface Reverification {
  row: ReverificationRow;
  session: SessionRow;
  person: UserAggregate;
  first: VerificationRow | null;
  second: VerificationRow | null;
}

/**
 * A live session of the asking client that its own person uses: nobody proves to be somebody for whom
 * they only act.
 *
 * @throws ApiError `signed_out`, `resource_not_found`, `invalid_action_for_session`, `resource_forbidden`
 */
export async function sessionToVerify(ctx: RequestContext, id: string): Promise<SessionRow> {
  const session = await sessionOfClient(ctx, id);
  if (!isLive(session, now(ctx), ctx.instance.settings.session)) throw apiError('invalid_action_for_session');
  if (session.actor) throw apiError('resource_forbidden', { longMessage: 'This is not possible while you act as someone else.' });
  return session;
}

/**
 * The reverification that is going on in a session of the asking client.
 *
 * @throws ApiError as {@link sessionToVerify}; `session_reverification_missing`
 */
export async function currentReverification(ctx: RequestContext, sessionId: string): Promise<Reverification> {
  const session = await sessionToVerify(ctx, sessionId);
  return load(ctx, session, await store.findNewest(ctx.db, ctx.instance.id, session.id, startedAfter(ctx)));
}

/** {@link currentReverification}, held until the transaction ends. */
export async function lockCurrentReverification(ctx: RequestContext, sessionId: string): Promise<Reverification> {
  const session = await sessionToVerify(ctx, sessionId);
  return load(ctx, session, await store.findNewestForUpdate(ctx.db, ctx.instance.id, session.id, startedAfter(ctx)));
}

export function statusOf({ row }: Pick<Reverification, 'row'>): SessionVerificationStatus {
  return reverificationStatus({
    level: row.level,
    firstFactorVerified: row.first_factor_verified_at !== null,
    secondFactorVerified: row.second_factor_verified_at !== null,
  });
}

async function load(ctx: Context, session: SessionRow, row: ReverificationRow | undefined): Promise<Reverification> {
  if (!row) throw apiError('session_reverification_missing');
  const { first_factor_verification_id: firstId, second_factor_verification_id: secondId } = row;
  const verifications = await findVerifications(ctx, [firstId, secondId].filter((id) => id !== null));
  return {
    row,
    session,
    person: await loadUser(ctx, session.user_id),
    first: verifications.get(firstId ?? '') ?? null,
    second: verifications.get(secondId ?? '') ?? null,
  };
}

function startedAfter(ctx: Context): Date {
  return after(now(ctx), -LIFETIME);
}
