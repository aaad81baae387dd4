import { apiError } from '@foyer/protocol/errors';
import { recordVerified } from '../../people/verifications/service.ts';
import { acceptForAccount } from '../invitations/service.ts';
import { redeemSignInToken } from '../tickets/service.ts';
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
      if (invited !== null) return { verification: await recordVerified(ctx, { strategy: 'ticket', clientId }), userId: invited };
      const { user_id: userId, actor, session_max_duration_in_seconds: sessionMaxDuration } = await redeemSignInToken(ctx, token);
      const verification = await recordVerified(ctx, { strategy: 'ticket', clientId });
      return { verification, userId, actor, sessionMaxDuration, provesBothFactors: true };
    };
  },
};
