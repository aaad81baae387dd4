import type { SignInProps } from '@foyer/js/types';
import { RedirectCallback } from '../../foundation/flow/redirect-callback.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';

/** Where a provider sends people back to: decides what its answer means and goes on. */
export function SsoCallback() {
  const { router, redirects, props } = useScope<SignInProps>();
  const { combined, signUpUrl } = useLinks();
  const signUpStep = (step: string) => (combined ? router.url(`create/${step}`) : `${signUpUrl()}#/${step}`);
  return (
    <RedirectCallback
      flow="signIn"
      params={{
        signInUrl: router.url(''),
        signUpUrl: combined ? router.url('create') : signUpUrl(),
        firstFactorUrl: router.url('factor-one'),
        secondFactorUrl: router.url('factor-two'),
        resetPasswordUrl: router.url('reset-password'),
        continueSignUpUrl: signUpStep('continue'),
        verifyEmailAddressUrl: signUpStep('verify-email-address'),
        verifyPhoneNumberUrl: signUpStep('verify-phone-number'),
        signInForceRedirectUrl: redirects.after('signIn'),
        signUpForceRedirectUrl: redirects.after('signUp'),
        transferable: props.transferable,
      }}
    />
  );
}
