/** English texts of everything about email links, for all components that send them. */
export const texts = {
  signIn: {
    emailLink: {
      clientMismatch: {
        subtitle: 'To go on, open the link on the device and in the browser where you began.',
        title: 'This link belongs to another browser',
      },
      expired: { subtitle: 'Go back to the tab where you began and ask for a new one.', title: 'This link has expired' },
      failed: { subtitle: 'Go back to the tab where you began and ask for a new one.', title: 'This link does not work' },
      formSubtitle: 'Open the link in the email, and this page goes on by itself.',
      loading: { subtitle: 'You will be on your way in a moment.', title: 'Signing you in…' },
      resendButton: 'Send a new link',
      subtitle: 'We sent a link to',
      title: 'Check your email',
      verified: { subtitle: 'You will be on your way in a moment.', title: 'You are signed in' },
      verifiedSwitchTab: { subtitle: 'Go back to where you began: it goes on there by itself.', title: 'Confirmed' },
    },
  },
  signUp: {
    emailLink: {
      clientMismatch: {
        subtitle: 'To go on, open the link on the device and in the browser where you began.',
        title: 'This link belongs to another browser',
      },
      formSubtitle: 'Open the link in the email, and this page goes on by itself.',
      loading: { title: 'Confirming your email…' },
      resendButton: 'Send a new link',
      subtitle: 'We sent a link to',
      title: 'Verify your email',
      verified: { title: 'Your email is confirmed' },
      verifiedSwitchTab: { subtitle: 'Go back to where you began: it goes on there by itself.', title: 'Your email is confirmed' },
    },
  },
  userProfile: {
    emailAddressPage: {
      emailLink: {
        formSubtitle: 'We sent a link to {{ identifier }}. Open it, and this page goes on by itself.',
        resendButton: 'Send a new link',
      },
    },
  },
} as const;
