import { apiError } from '@foyer/protocol/errors';
import { transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { assertMaySignIn } from '../../people/users/service.ts';
import type { Factor, Preparation } from '../strategies/index.ts';
import { lockCurrentReverification, type Reverification } from './attempt.ts';
import { factorsBy, requireDue, strategyFor, subjectOf, type Step } from './steps.ts';
import * as store from './store.ts';

/** Which factor is meant, and how it is to be prepared. */
export interface PrepareParams extends Preparation {
  strategy?: string | null;
  email_address_id?: string | null;
  phone_number_id?: string | null;
}

/** Sends the code, or makes the challenge, of one factor of the session's reverification. */
export function prepareFactor(ctx: RequestContext, step: Step, sessionId: string, params: PrepareParams): Promise<Reverification> {
  return transaction(ctx, async (ctx) => {
    const held = await lockCurrentReverification(ctx, sessionId);
    requireDue(held, step);
    assertMaySignIn(ctx, held.person.user);
    const strategy = strategyFor(ctx, held, step, params.strategy);
    const factor = chooseFactor(factorsBy(ctx, held, step, strategy), params);
    if (!strategy.prepare) throw apiError('verification_strategy_invalid', { param: 'strategy' });
    const verification = await strategy.prepare(ctx, subjectOf(held, step, factor), params);
    const row = await store.update(ctx.db, ctx.instance.id, held.row.id, { [step.verificationColumn]: verification.id });
    return { ...held, row, [step.verification]: verification };
  });
}

/** The factor named by id, else the preferred one. */
function chooseFactor(factors: [Factor, ...Factor[]], params: PrepareParams): Factor {
  const param = (['email_address_id', 'phone_number_id'] as const).find((name) => params[name]);
  if (!param) return factors.find(({ contact }) => contact?.defaultSecondFactor) ?? factors[0];
  const chosen = factors.find(({ contact }) => contact?.id === params[param]);
  if (!chosen) throw apiError('form_resource_not_found', { param });
  return chosen;
}
