import { apiError } from '@foyer/protocol/errors';
import { verifyAgainstNothing, verifyPassword } from '../../people/passwords/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import type { Strategy } from './strategy.ts';

/**
 * The account's password. Whoever has one may use it, even when new users of the instance do not
 * set one any more (sign-up-sign-in-options).
 */
export const password: Strategy = {
  name: 'password',

  firstFactors: ({ hasPassword }) => (hasPassword ? [{ strategy: 'password' }] : []),

  async attempt(ctx, { person, clientId }, proof) {
    if (proof.password === undefined) throw apiError('form_param_missing', { param: 'password' });
    if (proof.password === null || proof.password === '') throw apiError('form_param_nil', { param: 'password' });
    const correct = person ? await verifyPassword(ctx, person.user, proof.password) : await verifyAgainstNothing(proof.password);
    if (!correct) return async () => ({ refusal: apiError('form_password_incorrect', { param: 'password' }), counts: true });
    return async (ctx) => ({ verification: await recordVerified(ctx, { strategy: 'password', clientId }) });
  },
};
