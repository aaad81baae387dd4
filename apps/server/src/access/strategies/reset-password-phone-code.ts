import { checkSentCode, sendCode } from './by-code.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

const name = 'reset_password_phone_code';

/** A code sent to the phone of someone who has forgotten their password; the sign-in ends with a new one. */
export const resetPasswordPhoneCode: Strategy = {
  name,
  resetsPassword: true,

  firstFactors(identity, { attributes: { phone_number: rules } }) {
    if (!rules.enabled || !rules.used_for_first_factor || !identity.hasPassword) return [];
    return contactFactors(identity, 'phone_number', name);
  },

  prepare: (ctx, subject, wanted) => sendCode(ctx, subject, wanted, { strategy: name, template: 'reset_password_code' }),
  attempt: (_ctx, subject, proof) => checkSentCode(subject, proof, name),
};
