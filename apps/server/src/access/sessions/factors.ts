import { checkAuthorization } from '@foyer/protocol/authorization';
import { apiError } from '@foyer/protocol/errors';
import { now, type Context } from '../../platform/context.ts';
import { askingUser, type RequestContext } from '../../platform/http/facts.ts';
import { factorVerificationAge } from '../tokens/claims.ts';
import { getSession } from './find.ts';
import * as store from './store.ts';
import type { SessionRow } from './tables.ts';

/** When the factors of a session were proved; `null` for a second factor that its person has no more. */
export type ProvedFactors = Partial<Pick<SessionRow, 'first_factor_verified_at' | 'second_factor_verified_at'>>;

/** Writes down that a person has proved a factor again in a session. Its tokens say so from now on (`fva`). */
export async function noteProvedFactors(ctx: Context, sessionId: string, factors: ProvedFactors): Promise<void> {
  await store.update(ctx.db, ctx.instance.id, sessionId, { ...factors, updated_at: now(ctx) });
}

/**
 * Refuses a sensitive change by someone who has not proved lately who they are, and by whoever acts as
 * that person: a proof of theirs says nothing of the person. What counts is what
 * `has({ reverification: 'strict' })` says of the session's token: the strongest factor that it has,
 * no older than ten minutes (guides/secure/reverification).
 *
 * @throws ApiError `session_reverification_required`; `resource_forbidden` (impersonation)
 */
export async function requireRecentProof(ctx: RequestContext): Promise<void> {
  if (ctx.asking.actor) throw apiError('resource_forbidden', { longMessage: 'This is not possible while you act as someone else.' });
  if (!ctx.instance.settings.attack_protection.reverification) return;
  const { userId, sessionId } = askingUser(ctx);
  const age = factorVerificationAge(await getSession(ctx, sessionId), now(ctx));
  const facts = { userId, factorVerificationAge: age, features: undefined, plans: undefined };
  if (!checkAuthorization(facts, { reverification: 'strict' })) throw apiError('session_reverification_required');
}
