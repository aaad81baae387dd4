import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { markVerified } from '../../people/verifications/service.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { nothingToTransfer, requireTransferable } from '../attempts/transfer.ts';
import { findClient } from '../clients/service.ts';
import { findCurrentSignUp } from '../sign-ups/current.ts';
import { loadAttempt, type SignInAttempt } from './attempt.ts';
import { begin } from './create.ts';
import { settle } from './settle.ts';
import * as store from './store.ts';

/**
 * Signs someone in who began to sign up with an external account that has an account here already:
 * the proof given in the sign-up counts as the first factor.
 *
 * @throws ApiError `account_transfer_invalid` when the client's sign-up holds no such proof
 */
export async function transferFromSignUp(ctx: RequestContext): Promise<SignInAttempt> {
  await refuseSecondSession(ctx);
  return transaction(ctx, async (ctx) => {
    const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
    const signUp = await findCurrentSignUp(ctx, client?.sign_up_id ?? null);
    const { verification, transfer } = await requireTransferable(ctx, signUp?.external_account_verification_id ?? null);
    if (!transfer.user_id) throw nothingToTransfer();
    await markVerified(ctx, verification.id, client?.id ?? null);
    const { row } = await begin(ctx, null, transfer.user_id);
    const proved = await store.update(ctx.db, ctx.instance.id, row.id, {
      first_factor_verification_id: verification.id,
      first_factor_verified_at: now(ctx),
      updated_at: now(ctx),
    });
    return settle(ctx, await loadAttempt(ctx, proved));
  });
}
