/** English texts about the wallets of an account. */
export const texts = {
  userProfile: {
    start: {
      web3WalletsSection: {
        destructiveAction: 'Remove',
        detailsAction__nonPrimary: 'Make primary',
        primaryButton: 'Connect a wallet',
        title: 'Web3 wallets',
      },
    },
    web3WalletPage: {
      removeResource: {
        messageLine1: '{{ identifier }} will be removed from your account.',
        messageLine2: 'You will not be able to sign in with it any more.',
        title: 'Remove this wallet?',
      },
      subtitle__availableWallets: 'Your wallet will ask you to sign a short text. That costs nothing.',
      subtitle__unavailableWallets: 'There is no other wallet that can be connected here.',
      title: 'Connect a wallet',
      web3WalletButtonsBlockButton: '{{ provider | titleize }}',
    },
  },
} as const;
