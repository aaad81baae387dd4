import type { UserResource, Web3Strategy, Web3WalletResource } from '@foyer/js/types';
import { useScope } from '../../../foundation/scope.ts';
import type { Provider } from '../../../foundation/social/providers.ts';
import { withWalletErrors } from '../../../foundation/social/wallet.ts';
import { useUser } from '../use-user.ts';

export const isVerified = ({ verification }: Web3WalletResource) => verification.status === 'verified';

/**
 * Adds a wallet to the account: the wallet tells its address, and signs what the server wants signed.
 *
 * @returns the function that does it; it throws what a form can show.
 */
export function useConnectWallet() {
  const { wallets } = useScope();
  const user = useUser();
  return ({ id, strategy }: Provider<Web3Strategy>) =>
    withWalletErrors(async () => {
      const provider = id as Parameters<typeof wallets.connect>[0];
      const address = await wallets.connect(provider);
      const wallet = unprovedWallet(user, address) ?? (await user.createWeb3Wallet({ web3Wallet: address }));
      const { verification } = await wallet.prepareVerification({ strategy });
      const signature = await wallets.sign(provider, address, verification.message ?? '');
      await wallet.attemptVerification({ signature, strategy });
    });
}

/** What an earlier try left behind, when nothing was signed. Wallets differ in how they write an address. */
function unprovedWallet(user: UserResource, address: string): Web3WalletResource | undefined {
  const wanted = address.toLowerCase();
  return user.web3Wallets.find(wallet => wallet.web3Wallet.toLowerCase() === wanted && !isVerified(wallet));
}
