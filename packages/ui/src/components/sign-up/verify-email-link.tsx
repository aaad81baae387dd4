import type { SignUpResource } from '@foyer/js/types';
import { useMemo } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import type { EmailLinkFlow } from '../../foundation/flow/email-link/index.ts';
import { WithEmailLink } from '../../foundation/flow/email-link-chunk.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useLinks } from './links.ts';
import { useAdvance } from './use-advance.ts';

/** Verifies the new account's email address by a link, and goes on once it was opened, here or in another tab. */
export function VerifyEmailLink({ signUp }: { signUp: SignUpResource }) {
  return <WithEmailLink>{parts => <Step parts={parts} signUp={signUp} />}</WithEmailLink>;
}

function Step({ parts, signUp }: { parts: typeof import('../../foundation/flow/email-link/index.ts'); signUp: SignUpResource }) {
  const { cl, text, router } = useScope();
  const advance = useAdvance();
  const links = useLinks();
  const flow = useMemo<EmailLinkFlow>(() => {
    const { startEmailLinkFlow, cancelEmailLinkFlow } = signUp.createEmailLinkFlow();
    return {
      start: async () => {
        const { verifications } = await startEmailLinkFlow({ redirectUrl: links.pageOf('verify') });
        return verifications.emailAddress.status === 'expired' ? 'expired' : 'verified';
      },
      stop: cancelEmailLinkFlow,
    };
  }, [signUp]);

  return (
    <Card flow="signUp" step="emailLink">
      <Header
        title={text('signUp.emailLink.title')}
        subtitle={text('signUp.emailLink.subtitle')}
        identity={signUp.emailAddress}
        editLabel={text('backButton')}
        onEdit={() => router.go('')}
      />
      <div class={cl('main')}>
        <parts.WaitingForm
          flow={flow}
          hint={text('signUp.emailLink.formSubtitle')}
          resendLabel={text('signUp.emailLink.resendButton')}
          onVerified={() => advance(signUp)}
        />
      </div>
    </Card>
  );
}
