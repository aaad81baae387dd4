import { transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { normaliseEmailAddress } from '../../people/identifiers.ts';
import { markVerified, recordVerified } from '../../people/verifications/service.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { nothingToTransfer, requireTransferable } from '../attempts/transfer.ts';
import { findClient } from '../clients/service.ts';
import { findCurrentSignIn, takeProof } from '../sign-ins/current.ts';
import { begin } from './create.ts';
import { requireOpenSignUps } from './mode.ts';
import { settle } from './settle.ts';
import type { SignUpRow } from './tables.ts';

/**
 * Signs someone up who began to sign in with an external account that has no account here yet: the
 * proof given in the sign-in counts, and what the provider tells of the person is filled in.
 *
 * @param isHuman whether the security check is passed, or nobody asks for it
 * @throws ApiError `account_transfer_invalid` when the client's sign-in holds no such proof
 */
export async function transferFromSignIn(ctx: RequestContext, isHuman: boolean): Promise<SignUpRow> {
  await refuseSecondSession(ctx);
  requireOpenSignUps(ctx);
  return transaction(ctx, async (ctx) => {
    const client = ctx.asking.clientId === null ? null : await findClient(ctx, ctx.asking.clientId);
    const signIn = await findCurrentSignIn(ctx, client?.sign_in_id ?? null);
    const { verification, transfer } = await requireTransferable(ctx, signIn?.first_factor_verification_id ?? null);
    const { profile } = transfer;
    if (!signIn || !profile) throw nothingToTransfer();
    await takeProof(ctx, signIn);
    // Of many at once, one carries it over.
    if (!(await markVerified(ctx, verification.id, client?.id ?? null))) throw nothingToTransfer();
    const emailAddress = normaliseEmailAddress(profile.email_address ?? '');
    const vouched = emailAddress !== null && profile.email_address_verified === true;
    const emailProof = vouched ? await recordVerified(ctx, { strategy: `from_${verification.strategy}`, target: emailAddress }) : null;
    const row = await begin(ctx, {
      external_account_verification_id: verification.id,
      email_address: emailAddress,
      email_verification_id: emailProof?.id ?? null,
      first_name: profile.first_name ?? null,
      last_name: profile.last_name ?? null,
      captcha_passed: isHuman,
    });
    return settle(ctx, row);
  });
}
