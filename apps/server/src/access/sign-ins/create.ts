import { apiError } from '@foyer/protocol/errors';
import type { CreateSignInParams } from '@foyer/protocol/schemas/requests/sign-ins';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { setCurrentAttempt } from '../attempts/client.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { ensureClient } from '../clients/service.ts';
import { requireStrategy, type Strategy } from '../strategies/index.ts';
import { loadAttempt, type SignInAttempt } from './attempt.ts';
import { identify } from './identify.ts';
import { prepareStep } from './prepare.ts';
import { proveStep } from './prove.ts';
import { FIRST_FACTOR } from './steps.ts';
import * as store from './store.ts';
import { transferFromSignUp } from './transfer.ts';

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
  if (strategy?.identifies === 'always') return proveStep(ctx, FIRST_FACTOR, await begin(ctx, null, null), strategy, params);
  if (!identifier && !strategy?.identifies) throw apiError(identifier === undefined ? 'form_param_missing' : 'form_param_nil', { param: 'identifier' });

  const userId = identifier ? ((await identify(ctx, identifier))?.user.id ?? null) : null;
  if (!strategy) return begin(ctx, identifier ?? null, userId);
  if (!strategy.prepare) return proveStep(ctx, FIRST_FACTOR, await begin(ctx, identifier ?? null, userId), strategy, params);
  await ensureClient(ctx);
  return transaction(ctx, async (ctx) => prepareStep(ctx, FIRST_FACTOR, await begin(ctx, identifier ?? null, userId), strategy, { redirect_url: params.redirect_url }));
}

function strategyOf({ strategy, password }: CreateSignInParams): Strategy | null {
  if (strategy) return requireStrategy(strategy);
  return password ? requireStrategy('password') : null;
}

/** Begins a sign-in and makes it the client's current one. */
export async function begin(ctx: RequestContext, identifier: string | null, userId: string | null): Promise<SignInAttempt> {
  const clientId = await ensureClient(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await store.insert(ctx.db, {
      instance_id: ctx.instance.id,
      id: newId(ctx, 'sign_in'),
      client_id: clientId,
      identifier,
      user_id: userId,
      abandon_at: abandonAt(ctx),
      created_at: now(ctx),
      updated_at: now(ctx),
    });
    await setCurrentAttempt(ctx, clientId, { sign_in_id: row.id });
    return loadAttempt(ctx, row);
  });
}
