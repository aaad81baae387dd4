import { apiError } from '@foyer/protocol/errors';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { findStrategy, type Strategy } from '../strategies/index.ts';
import { loadAttempt, type SignInAttempt } from './attempt.ts';
import { lockCurrentSignIn } from './current.ts';
import { chooseFactor, strategyFor, subjectOf, unknownSubject, type PrepareParams } from './offer.ts';
import { dueStep, proofIdentifies, refuseEarly, requireDue, type Step } from './steps.ts';
import { writeSignIn } from './write.ts';

/** Sends the code, or makes the challenge, of one factor of the client's current sign-in. */
export function prepareFactor(ctx: RequestContext, wanted: Step, id: string, params: PrepareParams): Promise<SignInAttempt> {
  return transaction(ctx, async (ctx) => {
    const attempt = await loadAttempt(ctx, await lockCurrentSignIn(ctx, id));
    const step = dueStep(ctx, attempt, wanted);
    requireDue(ctx, attempt, step, params.strategy ? findStrategy(params.strategy) : undefined);
    return prepareStep(ctx, step, attempt, strategyFor(ctx, step, attempt, params.strategy), params);
  });
}

/** {@link prepareFactor} on a sign-in that is at hand, inside a transaction. */
export async function prepareStep(ctx: RequestContext, step: Step, attempt: SignInAttempt, strategy: Strategy, params: PrepareParams): Promise<SignInAttempt> {
  refuseEarly(ctx, attempt);
  const subject = proofIdentifies(strategy, attempt) ? unknownSubject(attempt) : subjectOf(ctx, attempt, step, chooseFactor(ctx, attempt, step, strategy, params));
  if (!strategy.prepare) throw apiError('verification_strategy_invalid', { param: 'strategy' });
  const verification = await strategy.prepare(ctx, subject, params);
  const row = { ...attempt.row, [step.verificationColumn]: verification.id, abandon_at: abandonAt(ctx), updated_at: now(ctx) };
  return writeSignIn(ctx, { ...attempt, row, [step.verification]: verification });
}
