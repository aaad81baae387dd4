/** English texts of `<UserButton/>`. */
export const texts = {
  userButton: {
    action__addAccount: 'Add another account',
    action__closeUserMenu: 'Close the user menu',
    action__manageAccount: 'Manage account',
    action__openUserMenu: 'Open the user menu',
    action__signOut: 'Sign out',
    action__signOutAll: 'Sign out of all accounts',
  },
} as const;
