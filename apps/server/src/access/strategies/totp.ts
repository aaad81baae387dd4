import { incorrectTotpCode, useTotpCode } from '../../people/totp/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import { requireCode, type Strategy } from './strategy.ts';

const name = 'totp';

/** A code of the authenticator app that someone set up; a second factor. */
export const totp: Strategy = {
  name,

  secondFactors: ({ hasTotp }, { attributes }) => (hasTotp && attributes.authenticator_app.enabled ? [{ strategy: name }] : []),

  async attempt(_ctx, { person, clientId }, proof) {
    const code = requireCode(proof);
    return async (ctx) => {
      const correct = person !== null && (await useTotpCode(ctx, person.user.id, code));
      if (!correct) return { refusal: incorrectTotpCode(), counts: true };
      return { verification: await recordVerified(ctx, { strategy: name, clientId }) };
    };
  },
};
