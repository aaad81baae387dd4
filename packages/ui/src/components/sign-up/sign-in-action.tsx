import { FooterAction } from '../../foundation/card/card-footer.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';
import type { SignUpViewProps } from './props.ts';

const keys = {
  start: ['signUp.start.actionText', 'signUp.start.actionLink'],
  continue: ['signUp.continue.actionText', 'signUp.continue.actionLink'],
  restricted: ['signUp.restrictedAccess.actionText', 'signUp.restrictedAccess.actionLink'],
} as const;

/** “Have an account already? Sign in”: a link to the page, or from modal to modal. */
export function SignInAction({ kind }: { kind: keyof typeof keys }) {
  const { text, clerk, props, modal, close } = useScope<SignUpViewProps>();
  const links = useLinks();
  const [label, link] = keys[kind];
  const openInstead = () => {
    close();
    clerk.openSignIn({
      appearance: props.appearance,
      forceRedirectUrl: props.signInForceRedirectUrl,
      fallbackRedirectUrl: props.signInFallbackRedirectUrl,
    });
  };
  return (
    <FooterAction
      element="footerAction__signIn"
      label={text(label)}
      link={text(link)}
      href={links.signInUrl()}
      onClick={modal ? openInstead : undefined}
    />
  );
}
