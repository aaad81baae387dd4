import { apiError } from '@foyer/protocol/errors';
import { checkWalletProof, startWalletProof } from '../../people/web3-wallets/service.ts';
import { contactFactors } from './identity.ts';
import type { Strategy } from './strategy.ts';

type Web3StrategyName = 'web3_metamask_signature' | 'web3_base_signature' | 'web3_coinbase_wallet_signature' | 'web3_okx_wallet_signature';

/** A text signed by a wallet. The wallets differ in how a page reaches them; what they sign is the same. */
function signatureOf(name: Web3StrategyName): Strategy {
  return {
    name,
    verifies: 'web3_wallet',

    firstFactors(identity, { attributes: { web3_wallet: rules } }) {
      return rules.enabled && rules.first_factors.includes(name) ? contactFactors(identity, 'web3_wallet', name) : [];
    },

    async prepare(ctx, { contact, clientId }) {
      if (contact?.kind !== 'web3_wallet') throw apiError('verification_strategy_invalid', { param: 'strategy' });
      return startWalletProof(ctx, { strategy: name, wallet: contact.value, clientId });
    },

    async attempt(ctx, { contact, verification, clientId, decoy }, { signature }) {
      if (!signature) throw apiError(signature === undefined ? 'form_param_missing' : 'form_param_nil', { param: 'signature' });
      const check = await checkWalletProof(ctx, verification, { strategy: name, wallet: contact?.value ?? '', signature, clientId, decoy });
      return async (ctx) => {
        const outcome = await check(ctx);
        return 'refusal' in outcome ? { ...outcome, counts: outcome.refusal.code === 'form_incorrect_signature' } : outcome;
      };
    },
  };
}

export const web3Strategies: readonly Strategy[] = [
  signatureOf('web3_metamask_signature'),
  signatureOf('web3_base_signature'),
  signatureOf('web3_coinbase_wallet_signature'),
  signatureOf('web3_okx_wallet_signature'),
];
