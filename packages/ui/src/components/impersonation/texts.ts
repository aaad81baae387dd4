/** English texts of the notice that one acts as somebody else. */
export const texts = {
  impersonationFab: { action__signOut: 'Sign out', title: 'Signed in as {{ identifier }}' },
} as const;
