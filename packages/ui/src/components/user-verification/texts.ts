/** English texts of the reverification dialog: the same steps as a sign-in has, for somebody who is signed in. */
export const texts = {
  reverification: {
    alternativeMethods: {
      actionLink: 'Get help',
      actionText: 'None of these work?',
      blockButton__backupCode: 'Use a backup code',
      blockButton__emailCode: 'Email a code to {{ identifier }}',
      blockButton__passkey: 'Use your passkey',
      blockButton__password: 'Use your password',
      blockButton__phoneCode: 'Text a code to {{ identifier }}',
      blockButton__totp: 'Use your authenticator app',
      getHelp: {
        blockButton__emailSupport: 'Email support',
        content: 'If you cannot confirm that it is you, write to us and we will help you as soon as we can.',
        title: 'Get help',
      },
      subtitle: 'Pick any of these to confirm that it is you.',
      title: 'Use another way',
    },
    backupCodeMfa: {
      subtitle: 'You got your backup codes when you set up two-step verification.',
      title: 'Enter a backup code',
    },
    emailCode: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'To go on, enter the 6-digit code we sent to',
      title: 'Confirm that it is you',
    },
    noAvailableMethods: {
      message: 'Your account has no password, email address or phone number to confirm it with. Please add one, or contact support.',
      subtitle: 'Something is in the way',
      title: 'We cannot confirm that it is you',
    },
    passkey: {
      blockButton__passkey: 'Use your passkey',
      subtitle: 'To go on, use your fingerprint, face or screen lock.',
      title: 'Confirm that it is you',
    },
    password: {
      actionLink: 'Use another way',
      subtitle: 'To go on, enter the password of your account.',
      title: 'Confirm that it is you',
    },
    phoneCode: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'To go on, enter the 6-digit code we texted to',
      title: 'Confirm that it is you',
    },
    phoneCodeMfa: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'To go on, enter the 6-digit code we texted to',
      title: 'Confirm that it is you',
    },
    totpMfa: {
      formTitle: 'Verification code',
      subtitle: 'To go on, enter the 6-digit code that your authenticator app shows.',
      title: 'Confirm that it is you',
    },
  },
} as const;
