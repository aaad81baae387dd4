import { apiError } from '@foyer/protocol/errors';
import { recordVerified } from '../../people/verifications/service.ts';
import { redeemSignInToken } from '../tickets/service.ts';
import type { Strategy } from './strategy.ts';

/**
 * A single-use token that a server made for a user. It stands for all credentials, the second
 * factor included (custom-flows/embedded-email-links).
 */
export const ticket: Strategy = {
  name: 'ticket',
  identifies: true,

  async attempt(_ctx, { clientId }, proof) {
    const token = proof.ticket;
    if (!token) throw apiError('form_param_missing', { param: 'ticket' });
    return async (ctx) => {
      const { user_id: userId, actor } = await redeemSignInToken(ctx, token);
      const verification = await recordVerified(ctx, { strategy: 'ticket', clientId });
      return { verification, userId, actor, provesBothFactors: true };
    };
  },
};
