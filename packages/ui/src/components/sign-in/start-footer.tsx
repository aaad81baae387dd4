import type { SignInProps } from '@foyer/js/types';
import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';

/** The way for those without an account: to sign-up (a page, or the other modal), or to the waitlist. */
export function StartFooter() {
  const { text, clerk, environment, props, modal, close } = useScope<SignInProps>();
  const links = useLinks();
  const mode = environment.userSettings.signUp.mode;
  const openWaitlistInstead = () => {
    close();
    clerk.openWaitlist({ appearance: props.appearance });
  };
  if (mode === 'waitlist') {
    return (
      <FooterAction
        element="footerAction__waitlist"
        label={text('signIn.start.actionText__join_waitlist')}
        link={text('signIn.start.actionLink__join_waitlist')}
        href={links.waitlistUrl()}
        onClick={modal ? openWaitlistInstead : undefined}
      />
    );
  }
  if (links.combined || mode === 'restricted') return null;
  const openInstead = () => {
    close();
    clerk.openSignUp({
      appearance: props.appearance,
      forceRedirectUrl: props.signUpForceRedirectUrl,
      fallbackRedirectUrl: props.signUpFallbackRedirectUrl,
    });
  };
  return (
    <FooterAction
      element="footerAction__signUp"
      label={text('signIn.start.actionText')}
      link={text('signIn.start.actionLink')}
      href={links.signUpUrl()}
      onClick={modal ? openInstead : undefined}
    />
  );
}
