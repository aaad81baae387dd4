import { apiError } from '@foyer/protocol/errors';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { assertMaySignIn, recordFailedAttempt } from '../../people/users/service.ts';
import { lockedUser } from '../../people/users/update.ts';
import { noteProvedFactors } from '../sessions/factors.ts';
import type { Factor, Passed, Proof, Strategy } from '../strategies/index.ts';
import { currentReverification, lockCurrentReverification, type Reverification } from './attempt.ts';
import { factorsBy, factorsOf, requireDue, SECOND_FACTOR, strategyFor, subjectOf, type Step } from './steps.ts';
import * as store from './store.ts';

/** Checks the proof for one factor of the session's reverification. Whatever is proved counts at once in the session. */
export async function proveFactor(ctx: RequestContext, step: Step, sessionId: string, params: Proof & { strategy?: string | null }): Promise<Reverification> {
  const begun = await currentReverification(ctx, sessionId);
  requireDue(begun, step);
  assertMaySignIn(ctx, begun.person.user);
  const strategy = strategyFor(ctx, begun, step, params.strategy);
  const finish = await strategy.attempt(ctx, subjectOf(begun, step, preparedFactor(ctx, begun, step, strategy)), params);

  const result = await transaction(ctx, async (ctx) => {
    // While the proof was being checked, another request may have taken the step, or begun anew.
    const held = await lockCurrentReverification(ctx, sessionId);
    if (held.row.id !== begun.row.id) throw apiError('invalid_action_for_session_reverification');
    requireDue(held, step);
    const outcome = await finish(ctx);
    if ('refusal' in outcome) {
      const tooLate = outcome.counts ? await recordFailedAttempt(ctx, held.session.user_id) : null;
      return tooLate ? { ...outcome, refusal: tooLate } : outcome;
    }
    // Of many guesses at once, a right one that comes after those that locked the account counts for nothing.
    assertMaySignIn(ctx, await lockedUser(ctx, held.session.user_id));
    return recordProof(ctx, step, held, outcome);
  });
  if ('refusal' in result) throw result.refusal;
  return result;
}

/** The factor that a proof is for: the one that was prepared, if it is still the person's. */
function preparedFactor(ctx: RequestContext, begun: Reverification, step: Step, strategy: Strategy): Factor {
  const factors = factorsBy(ctx, begun, step, strategy);
  if (!strategy.prepare) return factors[0];
  const verification = begun[step.verification];
  if (verification?.strategy !== strategy.name) throw apiError('verification_missing');
  const prepared = factors.find(({ contact }) => (contact?.value ?? null) === verification.target);
  if (!prepared) throw apiError('form_resource_not_found', { param: 'strategy' });
  return prepared;
}

async function recordProof(ctx: RequestContext, step: Step, held: Reverification, { verification, provesBothFactors }: Passed): Promise<Reverification> {
  const at = now(ctx);
  const { session, person } = held;
  const proved = { [step.verifiedColumn]: at, ...(provesBothFactors ? { second_factor_verified_at: at } : {}) };
  const row = await store.update(ctx.db, ctx.instance.id, held.row.id, { ...proved, [step.verificationColumn]: verification.id });
  // A second factor that there is no more would grow old, with nothing to renew it by.
  const hasSecond = factorsOf(ctx, person, SECOND_FACTOR).length > 0;
  const factors = hasSecond ? proved : { ...proved, second_factor_verified_at: null };
  await noteProvedFactors(ctx, session.id, factors);
  return { ...held, row, session: { ...session, ...factors }, [step.verification]: verification };
}
