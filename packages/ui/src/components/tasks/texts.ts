/** English texts of what a new session may still need. */
export const texts = {
  foyer: {
    taskUnknown: 'This application asks for one more step that cannot be done here. Please contact its support.',
    taskUnknownTitle: 'One more step',
  },
  taskResetPassword: {
    formButtonPrimary: 'Set new password',
    signOut: { actionLink: 'Sign out', actionText: 'Signed in as {{ identifier }}' },
    subtitle: 'For your safety, please choose a new password before you go on.',
    title: 'Choose a new password',
  },
  taskSetupMfa: {
    signOut: { actionLink: 'Sign out', actionText: 'Signed in as {{ identifier }}' },
    start: {
      methodSelection: { phoneCode: 'Codes by text message', totp: 'Authenticator app' },
      subtitle: 'This application asks for a second proof when you sign in. It keeps your account safe should anybody learn your password.',
      title: 'Set up two-step verification',
    },
  },
} as const;
