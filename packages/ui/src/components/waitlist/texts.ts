/** English texts of `<Waitlist/>`. */
export const texts = {
  waitlist: {
    start: {
      actionLink: 'Sign in',
      actionText: 'Have access already?',
      formButton: 'Join the waitlist',
      subtitle: 'Leave your email address, and we will write to you when it is your turn.',
      title: 'Join the waitlist',
    },
    success: {
      message: 'You will be taken back in a moment.',
      subtitle: 'We will write to you when it is your turn.',
      title: 'You are on the waitlist',
    },
  },
} as const;
