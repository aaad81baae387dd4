import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { loadUser } from '../../people/users/service.ts';
import { find, markVerified } from '../../people/verifications/service.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { nothingToTransfer, requireTransferable } from '../attempts/transfer.ts';
import { findClient } from '../clients/service.ts';
import { findCurrentSignUp } from '../sign-ups/current.ts';
import { newAttempt, type SignInAttempt } from './attempt.ts';
import { settle } from './settle.ts';
import { writeSignIn } from './write.ts';

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
    // Of many at once, one carries it over.
    if (!(await markVerified(ctx, verification.id, client?.id ?? null))) throw nothingToTransfer();
    const attempt = await newAttempt(ctx, null, await loadUser(ctx, transfer.user_id));
    const row = { ...attempt.row, first_factor_verification_id: verification.id, first_factor_verified_at: now(ctx) };
    return writeSignIn(ctx, await settle(ctx, { ...attempt, row, first: await find(ctx, verification.id) }));
  });
}
