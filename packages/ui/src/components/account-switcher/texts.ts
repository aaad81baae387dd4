export const texts = {
  signIn: {
    accountSwitcher: {
      action__addAccount: 'Add an account',
      action__signOutAll: 'Sign out of all accounts',
      subtitle: 'These accounts are still signed in on this device.',
      title: 'Choose an account',
    },
  },
} as const;
