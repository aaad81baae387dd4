import { apiError } from '@foyer/protocol/errors';
import { userOfExternalAccount } from '../../people/external-accounts/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import { readGoogleToken, useGoogleToken } from '../google-one-tap/service.ts';
import type { Strategy } from './strategy.ts';

const name = 'google_one_tap';

/**
 * What Google tells a page of who pressed its button. Somebody new is told to sign up, with the same
 * token: it is used up by what it opens only.
 */
export const googleOneTap: Strategy = {
  name,
  identifies: 'always',

  async attempt(ctx, { clientId }, { token }) {
    const answer = await readGoogleToken(ctx, token);
    return async (ctx) => {
      const userId = await userOfExternalAccount(ctx, answer.profile, name);
      if (userId === null) return { refusal: apiError('external_account_not_found'), counts: false };
      await useGoogleToken(ctx, answer);
      return { verification: await recordVerified(ctx, { strategy: name, clientId }), userId };
    };
  },
};
