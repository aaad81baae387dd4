/** English texts of `<SignUp/>`. */
export const texts = {
  signUp: {
    continue: {
      actionLink: 'Sign in',
      actionText: 'Have an account already?',
      subtitle: 'A few details are still missing.',
      title: 'Almost there',
    },
    emailCode: {
      formSubtitle: 'Enter the code from the email',
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we sent to',
      title: 'Verify your email',
    },
    legalConsent: {
      checkbox: {
        label__onlyPrivacyPolicy: 'I agree to the {{ privacyPolicyLink | link("Privacy Policy") }}',
        label__onlyTermsOfService: 'I agree to the {{ termsOfServiceLink | link("Terms of Service") }}',
        label__termsOfServiceAndPrivacyPolicy:
          'I agree to the {{ termsOfServiceLink | link("Terms of Service") }} and the {{ privacyPolicyLink | link("Privacy Policy") }}',
      },
      continue: { subtitle: 'Please read and accept the terms to go on.', title: 'One last thing' },
    },
    phoneCode: {
      formSubtitle: 'Enter the code from the text message',
      formTitle: 'Verification code',
      resendButton: 'Send a new code',
      subtitle: 'Enter the 6-digit code we texted to',
      title: 'Verify your phone',
    },
    restrictedAccess: {
      actionLink: 'Sign in',
      actionText: 'Have an account already?',
      blockButton__emailSupport: 'Email support',
      blockButton__joinWaitlist: 'Join the waitlist',
      subtitle: 'New accounts are by invitation only at the moment. If you were invited, please use the link in your invitation.',
      subtitleWaitlist: 'We are letting people in step by step. Join the waitlist, and we will write to you when it is your turn.',
      title: 'Sign-up is closed',
    },
    start: {
      actionLink: 'Sign in',
      actionLink__use_email: 'Use email instead',
      actionLink__use_phone: 'Use phone instead',
      actionText: 'Have an account already?',
      subtitle: 'It takes less than a minute.',
      subtitleCombined: 'It takes less than a minute.',
      title: 'Create your account',
      titleCombined: 'Create your account',
    },
  },
} as const;
