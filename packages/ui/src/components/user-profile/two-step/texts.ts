/** English texts of the cards of the two-step section. */
export const texts = {
  foyer: {
    qrCode: 'QR code for your authenticator app',
    tryAgain: 'Try again',
  },
  userProfile: {
    backupCodePage: {
      actionLabel__copied: 'Copied',
      actionLabel__copy: 'Copy all',
      actionLabel__download: 'Download',
      actionLabel__print: 'Print',
      infoText1: 'If you ever lose your phone, a backup code lets you in instead.',
      infoText2: 'Keep these codes somewhere safe. We will not show them again.',
      subtitle__codelist: 'Each code works once.',
      successMessage: 'Your new backup codes',
      title: 'Backup codes',
      title__codelist: 'Backup codes',
    },
    formButtonPrimary__continue: 'Continue',
    formButtonPrimary__finish: 'I have saved them',
    mfaPage: {
      formHint: 'Choose how you would like to confirm that it is you.',
      title: 'Add two-step verification',
    },
    mfaPhoneCodePage: {
      primaryButton__addPhoneNumber: 'Use another number',
      removeResource: {
        messageLine1: 'We will no longer text a code to {{ identifier }} when you sign in.',
        messageLine2: 'Your account may be less safe. The number itself stays in your account.',
        title: 'Stop texting codes to this number?',
      },
      subtitle__availablePhoneNumbers: 'Which number should we text a code to when you sign in?',
      successTitle: 'Codes by text message are on',
      title: 'Get codes by text message',
    },
    mfaTOTPPage: {
      authenticatorApp: {
        buttonAbleToScan__nonPrimary: 'Scan the QR code instead',
        buttonUnableToScan__nonPrimary: 'Can’t scan it?',
        infoText__ableToScan: 'Open your authenticator app, add an account, and scan this QR code.',
        infoText__unableToScan: 'Open your authenticator app, add an account, and enter this key. Choose time-based codes if it asks.',
        inputLabel__unableToScan1: 'Key',
        inputLabel__unableToScan2: 'Or the whole address, if your app takes one',
      },
      removeResource: {
        messageLine1: 'We will no longer ask for a code from your authenticator app when you sign in.',
        messageLine2: 'Your account may be less safe.',
        title: 'Remove your authenticator app?',
      },
      successMessage: 'Your authenticator app is set up',
      title: 'Add an authenticator app',
      verifySubtitle: 'Enter the 6-digit code that your app shows now.',
      verifyTitle: 'Check your app',
    },
  },
} as const;
