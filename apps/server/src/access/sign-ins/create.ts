import { apiError } from '@foyer/protocol/errors';
import type { CreateSignInParams } from '@foyer/protocol/schemas/requests/sign-ins';
import { transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { ensureClient } from '../clients/service.ts';
import { requireStrategy, type Strategy } from '../strategies/index.ts';
import { newAttempt, type SignInAttempt } from './attempt.ts';
import { identify } from './identify.ts';
import { prepareStep } from './prepare.ts';
import { proveStep } from './prove.ts';
import { FIRST_FACTOR } from './steps.ts';
import { transferFromSignUp } from './transfer.ts';
import { writeSignIn } from './write.ts';

/**
 * Begins a sign-in in the place of the client's present one, and goes as far as the parameters
 * reach: to the identifier, to a code that is sent, or to the end. Without any it starts over.
 */
export async function createSignIn(ctx: RequestContext, params: CreateSignInParams): Promise<SignInAttempt> {
  const { identifier } = params;
  if (params.transfer) return transferFromSignUp(ctx);
  const strategy = strategyOf(params);
  if (!strategy && !identifier) return begin(ctx, null, null);

  await refuseSecondSession(ctx);
  // What proves itself at once is written down with its proof: see `write.ts`.
  if (strategy?.identifies === 'always') return proveStep(ctx, FIRST_FACTOR, await newAttempt(ctx, null, null), strategy, params);
  if (!identifier && !strategy?.identifies) throw apiError(identifier === undefined ? 'form_param_missing' : 'form_param_nil', { param: 'identifier' });

  const person = identifier ? await identify(ctx, identifier) : null;
  if (!strategy) return begin(ctx, identifier ?? null, person);
  if (!strategy.prepare) return proveStep(ctx, FIRST_FACTOR, await newAttempt(ctx, identifier ?? null, person), strategy, params);
  await ensureClient(ctx);
  return transaction(ctx, async (ctx) => prepareStep(ctx, FIRST_FACTOR, await begin(ctx, identifier ?? null, person), strategy, { redirect_url: params.redirect_url }));
}

function strategyOf({ strategy, password }: CreateSignInParams): Strategy | null {
  if (strategy) return requireStrategy(strategy);
  return password ? requireStrategy('password') : null;
}

/** Begins a sign-in and makes it the client's current one. */
export async function begin(ctx: RequestContext, identifier: string | null, person: UserAggregate | null): Promise<SignInAttempt> {
  await ensureClient(ctx);
  return transaction(ctx, async (ctx) => writeSignIn(ctx, await newAttempt(ctx, identifier, person)));
}
