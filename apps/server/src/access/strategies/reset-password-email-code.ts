import { checkSentCode, sendCode } from './by-code.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

const name = 'reset_password_email_code';

/** A code sent by email to someone who has forgotten their password; the sign-in ends with a new one. */
export const resetPasswordEmailCode: Strategy = {
  name,
  resetsPassword: true,

  firstFactors(identity, { attributes: { email_address: rules } }) {
    if (!rules.enabled || !identity.hasPassword) return [];
    return contactFactors(identity, 'email_address', name);
  },

  prepare: (ctx, subject, wanted) => sendCode(ctx, subject, wanted, { strategy: name, template: 'reset_password_code' }),
  attempt: (_ctx, subject, proof) => checkSentCode(subject, proof, name),
};
