import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { handOver } from '../../people/hand-over/service.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import { isHeld, proveHeld } from '../attempts/prove-held.ts';
import { acceptForAccount } from '../invitations/service.ts';
import { redeemSignInToken } from '../tickets/service.ts';
import { identityOf } from './identity.ts';
import type { Strategy } from './strategy.ts';

/**
 * What a link in a message carries. A single-use token that a server made for a user stands for all
 * credentials, the second factor included (custom-flows/embedded-email-links). An invitation proves
 * only that its reader has the invited address.
 */
export const ticket: Strategy = {
  name: 'ticket',
  identifies: 'always',

  async attempt(_ctx, { clientId }, proof) {
    const token = proof.ticket;
    if (!token) throw apiError('form_param_missing', { param: 'ticket' });
    return async (ctx) => {
      const invited = await acceptForAccount(ctx, token);
      if (invited) {
        await proveInvited(ctx, invited, clientId);
        return { verification: await recordVerified(ctx, { strategy: 'ticket', clientId }), userId: invited.person.user.id };
      }
      const { user_id: userId, actor, session_max_duration_in_seconds: sessionMaxDuration } = await redeemSignInToken(ctx, token);
      const verification = await recordVerified(ctx, { strategy: 'ticket', clientId });
      return { verification, userId, actor, sessionMaxDuration, provesBothFactors: true };
    };
  },
};

/**
 * The link of an invitation was in a message to the address. Where that was only held for the account it
 * is proved now, and the account is its owner's, unless somebody has proved something else there: then
 * the address may have been mistyped.
 */
async function proveInvited(ctx: Context, { person, emailAddress }: { person: UserAggregate; emailAddress: string }, clientId: string): Promise<void> {
  const identity = identityOf(person);
  const contact = identity.contacts.find(({ value }) => value === emailAddress);
  if (!contact || !isHeld(person, contact)) return;
  if (!identity.opening.includes(contact)) {
    throw apiError('invitation_account_not_exists', { param: 'ticket', longMessage: 'There is an account with the invited address, but nobody has proved there that it is theirs. Sign in another way, and verify the address in your profile.' });
  }
  await proveHeld(ctx, contact, 'ticket', clientId);
  await handOver(ctx, person.user.id);
}
