import { checkSentCode, sendCode } from './by-code.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

const name = 'phone_code';

/** A code of six digits, sent by SMS or WhatsApp; also the second factor of who reserved a number for it. */
export const phoneCode: Strategy = {
  name,
  verifies: 'phone_number',

  firstFactors(identity, { attributes: { phone_number: rules } }) {
    if (!rules.enabled || !rules.used_for_first_factor || !rules.first_factors.includes(name)) return [];
    return contactFactors(identity, 'phone_number', name);
  },

  secondFactors({ contacts }, { attributes: { phone_number: rules } }) {
    if (!rules.enabled || !rules.used_for_second_factor) return [];
    return contacts.filter((contact) => contact.forSecondFactor).map((contact) => ({ strategy: name, contact }));
  },

  prepare: (ctx, subject, wanted) => sendCode(ctx, subject, wanted, { strategy: name, template: 'verification_code' }),
  attempt: (_ctx, subject, proof) => checkSentCode(subject, proof, name),
};
