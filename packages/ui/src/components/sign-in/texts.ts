/** English texts of the first step of `<SignIn/>`. */
export const texts = {
  signIn: {
    start: {
      actionLink: 'Create an account',
      actionLink__join_waitlist: 'Join the waitlist',
      actionLink__use_email: 'Use email instead',
      actionLink__use_email_username: 'Use email or username',
      actionLink__use_passkey: 'Use a passkey instead',
      actionLink__use_phone: 'Use phone instead',
      actionLink__use_username: 'Use username instead',
      actionText: 'New here?',
      actionText__join_waitlist: 'Want early access?',
      subtitle: 'Good to see you again. How would you like to sign in?',
      title: 'Sign in to {{ applicationName }}',
      titleCombined: 'Continue to {{ applicationName }}',
      subtitleCombined: 'Sign in, or create an account if you are new.',
    },
  },
} as const;
