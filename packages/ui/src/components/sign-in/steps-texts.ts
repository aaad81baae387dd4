/** English texts of the steps of `<SignIn/>` after the first. */
export const texts = {
  signIn: {
    alternativeMethods: {
      actionLink: 'Get help',
      actionText: 'None of these work?',
      blockButton__backupCode: 'Use a backup code',
      blockButton__emailCode: 'Email a code to {{ identifier }}',
      blockButton__emailLink: 'Email a link to {{ identifier }}',
      blockButton__passkey: 'Use your passkey',
      blockButton__password: 'Use your password',
      blockButton__phoneCode: 'Text a code to {{ identifier }}',
      blockButton__totp: 'Use your authenticator app',
      getHelp: {
        blockButton__emailSupport: 'Email support',
        content: 'If you cannot get into your account, write to us and we will help you back in as soon as we can.',
        title: 'Get help',
      },
      subtitle: 'Pick any of these to sign in.',
      title: 'Use another way',
    },
    backupCodeMfa: {
      subtitle: 'You got your backup codes when you set up two-step verification.',
      title: 'Enter a backup code',
    },
    emailCode: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we sent to',
      title: 'Check your email',
    },
    emailCodeMfa: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we sent to',
      title: 'Check your email',
    },
    forgotPassword: {
      formTitle: 'Reset code',
      resendButton: 'Send a new code',
      subtitle: 'to reset your password',
      subtitle_email: 'Enter the 6-digit code we emailed to',
      subtitle_phone: 'Enter the 6-digit code we texted to',
      title: 'Reset your password',
    },
    forgotPasswordAlternativeMethods: {
      blockButton__resetPassword: 'Reset your password',
      label__alternativeMethods: 'or sign in another way',
      title: 'Forgot your password?',
    },
    newDeviceVerificationNotice: 'You are signing in from a new device, so we ask for one more proof that it is you.',
    noAvailableMethods: {
      message: 'This account has no way of signing in that works here. Please contact support.',
      subtitle: 'Something is in the way',
      title: 'You cannot sign in yet',
    },
    passkey: { subtitle: 'Your device will ask for your fingerprint, face or screen lock.', title: 'Use your passkey' },
    password: {
      actionLink: 'Use another way',
      subtitle: 'Enter the password for',
      title: 'Welcome back',
    },
    passwordPwned: { title: 'This password is not safe any more' },
    phoneCode: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we texted to',
      title: 'Check your phone',
    },
    phoneCodeMfa: {
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we texted to',
      title: 'Check your phone',
    },
    resetPassword: {
      formButtonPrimary: 'Set new password',
      requiredMessage: 'For your safety, please choose a new password.',
      successMessage: 'Your new password is set. Signing you in…',
      title: 'Choose a new password',
    },
    resetPasswordMfa: { detailsLabel: 'Before we change your password, please confirm that it is you.' },
    totpMfa: {
      formTitle: 'Verification code',
      subtitle: 'Enter the 6-digit code that your authenticator app shows.',
      title: 'Two-step verification',
    },
  },
} as const;
