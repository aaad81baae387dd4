import { apiError } from '@foyer/protocol/errors';
import { emit } from '../../platform/context.ts';
import { checkCode, readLinkToken, startLink } from '../../people/verifications/service.ts';
import { ownAddress } from '../authority/own-address.ts';
import { redirectTarget } from '../authority/redirect-target.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

const name = 'email_link';

/** A link sent by email; whoever opens it goes on to a page of the application (`access/email-links`). */
export const emailLink: Strategy = {
  name,
  verifies: 'email_address',

  firstFactors(identity, { attributes: { email_address: rules } }) {
    if (!rules.enabled || !rules.used_for_first_factor || !rules.first_factors.includes(name)) return [];
    return contactFactors(identity, 'email_address', name);
  },

  async prepare(ctx, { contact, person, verification: previous, clientId, decoy }, wanted) {
    if (!contact) throw apiError('verification_strategy_invalid', { param: 'strategy' });
    const redirectUrl = redirectTarget(ctx, wanted.redirect_url ?? undefined);
    const data = { redirect_url: redirectUrl.href, contact_id: contact.id };
    const { verification, token, deliver } = await startLink(ctx, { strategy: name, target: contact.value, clientId, previous }, data);
    if (deliver && !decoy) {
      const variables = { link: ownAddress(ctx, '/v1/verify', { token }) };
      await emit(ctx, 'message.wanted', { channel: 'email', template: 'verification_link', to: contact.value, userId: person?.user.id ?? null, variables });
    }
    return verification;
  },

  async attempt(_ctx, { contact, verification, clientId, decoy }, { token: text }) {
    if (!text) throw apiError('form_param_missing', { param: 'token' });
    const token = readLinkToken(text);
    const meant = token !== null && !decoy && token.verificationId === verification?.id;
    return async (ctx) => {
      if (!token || !meant) return { refusal: apiError('verification_link_token_invalid'), counts: false };
      const outcome = await checkCode(ctx, token.verificationId, token.secret, { target: contact?.value ?? '', clientId });
      return 'refusal' in outcome ? { refusal: outcome.refusal, counts: false } : outcome;
    };
  },
};
