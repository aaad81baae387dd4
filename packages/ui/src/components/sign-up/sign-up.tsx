import { RedirectCallback } from '../../foundation/flow/redirect-callback.tsx';
import { useSignedOutOnly } from '../../foundation/flow/finish.ts';
import { WithEmailLink } from '../../foundation/flow/email-link-chunk.tsx';
import { Tasks } from '../../foundation/flow/tasks.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useScope } from '../../foundation/scope.ts';
import { Continue } from './continue.tsx';
import { useLinks } from './links.ts';
import { Start } from './start.tsx';
import { VerifyContact } from './verify-contact.tsx';

/** `<SignUp/>`: one step a path segment. */
export function SignUpView() {
  const { router } = useScope();
  const shown = useSignedOutOnly('signUp');
  if (!shown) return null;
  // Links from elsewhere may name the step below `continue`.
  const step = router.path.replace(/^continue\/(?=verify)/, '').split('/')[0];

  switch (step) {
    case '':
      return <Start />;
    case 'verify-email-address':
      return <VerifyContact key={step} contact="email_address" />;
    case 'verify-phone-number':
      return <VerifyContact key={step} contact="phone_number" />;
    case 'continue':
      return <Continue />;
    case 'sso-callback':
      return <SsoCallback />;
    case 'tasks':
      return <Tasks flow="signUp" />;
    case 'verify':
      return <WithEmailLink>{parts => <parts.VerifyLink flow="signUp" next="continue" />}</WithEmailLink>;
    default:
      return <BackToStart />;
  }
}


function SsoCallback() {
  const { router, redirects } = useScope();
  const { signInUrl } = useLinks();
  return (
    <RedirectCallback
      flow="signUp"
      params={{
        signInUrl: signInUrl(),
        signUpUrl: router.url(''),
        firstFactorUrl: `${signInUrl()}#/factor-one`,
        secondFactorUrl: `${signInUrl()}#/factor-two`,
        continueSignUpUrl: router.url('continue'),
        verifyEmailAddressUrl: router.url('verify-email-address'),
        verifyPhoneNumberUrl: router.url('verify-phone-number'),
        signInForceRedirectUrl: redirects.after('signIn'),
        signUpForceRedirectUrl: redirects.after('signUp'),
      }}
    />
  );
}
