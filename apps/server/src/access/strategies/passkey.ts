import { apiError } from '@foyer/protocol/errors';
import { checkPasskey, startPasskeySignIn } from '../../people/passkeys/service.ts';
import type { Strategy } from './strategy.ts';

const name = 'passkey';

/**
 * A key that a device keeps for its owner and uses when it has recognised them. It says whose it is, so
 * that an identifier can be left out.
 */
export const passkey: Strategy = {
  name,
  identifies: 'without identifier',

  firstFactors: ({ hasPasskey }, { attributes }) => (hasPasskey && attributes.passkey.enabled ? [{ strategy: name }] : []),

  async prepare(ctx, { clientId }) {
    if (!ctx.instance.settings.attributes.passkey.enabled) throw apiError('strategy_for_user_invalid', { param: 'strategy' });
    return startPasskeySignIn(ctx, clientId);
  },

  async attempt(ctx, { person, verification, clientId, decoy }, proof) {
    // A decoy has no id, so a passkey is never its.
    const owner = decoy ? '' : (person?.user.id ?? null);
    const checked = await checkPasskey(ctx, verification, proof.public_key_credential, owner, clientId);
    if ('refusal' in checked) return async () => ({ refusal: checked.refusal, counts: true });
    return async (ctx) => {
      const used = await checked.use(ctx);
      if ('refusal' in used) return { refusal: used.refusal, counts: true };
      return { ...used, userId: checked.userId, provesBothFactors: ctx.instance.settings.passkey.satisfies_second_factor };
    };
  },
};
