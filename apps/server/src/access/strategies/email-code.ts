import { checkSentCode, sendCode } from './by-code.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

const name = 'email_code';

/** A code of six digits, sent by email. */
export const emailCode: Strategy = {
  name,
  verifies: 'email_address',

  firstFactors(identity, { attributes: { email_address: rules } }) {
    if (!rules.enabled || !rules.used_for_first_factor || !rules.first_factors.includes(name)) return [];
    return contactFactors(identity, 'email_address', name);
  },

  prepare: (ctx, subject, wanted) => sendCode(ctx, subject, wanted, { strategy: name, template: 'verification_code' }),
  attempt: (_ctx, subject, proof) => checkSentCode(subject, proof, name),
};
