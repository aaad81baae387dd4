import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';
import type { SignUpViewProps } from './props.ts';
import { SignInAction } from './sign-in-action.tsx';

/** Shown where sign-up is by invitation, or through the waitlist. */
export function RestrictedAccess({ waitlist }: { waitlist: boolean }) {
  const { cl, text, clerk, environment, options, props, modal, close } = useScope<SignUpViewProps>();
  const links = useLinks();
  const email = options.supportEmail ?? environment.displayConfig.supportEmail;
  const openWaitlist = (event: Event) => {
    event.preventDefault();
    close();
    clerk.openWaitlist({ appearance: props.appearance });
  };
  return (
    <Card flow="signUp" step="restrictedAccess" action={<SignInAction kind="restricted" />}>
      <Header
        title={text('signUp.restrictedAccess.title')}
        subtitle={text(waitlist ? 'signUp.restrictedAccess.subtitleWaitlist' : 'signUp.restrictedAccess.subtitle')}
      />
      <div class={cl('main')}>
        {waitlist ? (
          <a class={`${cl('button', 'formButtonPrimary')} f-filled f-wide`} href={links.waitlistUrl()} onClick={modal ? openWaitlist : undefined}>
            {text('signUp.restrictedAccess.blockButton__joinWaitlist')}
          </a>
        ) : (
          email && (
            <a class={`${cl('button', 'alternativeMethodsBlockButton')} f-outlined f-wide`} href={`mailto:${email}`}>
              <Icon name="mail" />
              {text('signUp.restrictedAccess.blockButton__emailSupport')}
            </a>
          )
        )}
      </div>
    </Card>
  );
}
