import { apiError, type ApiError } from '@foyer/protocol/errors';
import { emit, type Context } from '../../platform/context.ts';
import { checkCode, findByLink, readLinkToken, startLink, type LinkToken } from '../../people/verifications/service.ts';
import { ownAddress } from '../authority/own-address.ts';
import { redirectTarget } from '../authority/redirect-target.ts';
import { contactFactors } from './identity.ts';
import type { Contact, Strategy } from './strategy.ts';

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

  async attempt(_ctx, { contact, verification, clientId, decoy }, { token, code }) {
    const text = token || code;
    if (!text) throw apiError('form_param_missing', { param: 'token' });
    const link = readLinkToken(text);
    const meant = link !== null && !decoy && link.verificationId === verification?.id;
    return async (ctx) => {
      if (!link || !meant) return { refusal: await whyNotMeant(ctx, link, contact, clientId), counts: false };
      const outcome = await checkCode(ctx, link.verificationId, link.secret, { target: contact?.value ?? '', clientId });
      if (!('refusal' in outcome)) return outcome;
      return { refusal: outcome.refusal.code === 'verification_expired' ? apiError('verification_link_token_expired') : outcome.refusal, counts: false };
    };
  },
};

/** Why a link cannot be opened here: it is none, it was asked for in another browser, or for something else. */
async function whyNotMeant(ctx: Context, link: LinkToken | null, contact: Contact | null, clientId: string): Promise<ApiError> {
  const meantFor = link && (await findByLink(ctx, link));
  if (!meantFor) return apiError('verification_link_token_invalid');
  if (meantFor.client_id === clientId) return apiError('verification_link_token_source_invalid');
  // What is signed up with has no row yet.
  return apiError(contact?.id === null ? 'sign_up_email_link_not_same_client' : 'sign_in_email_link_not_same_client');
}
