import type { SignInResource } from '@foyer/js/types';
import { useMemo } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import type { EmailLinkFlow } from '../../foundation/flow/email-link/index.ts';
import { WithEmailLink } from '../../foundation/flow/email-link-chunk.tsx';
import { useScope } from '../../foundation/scope.ts';
import type { Factor } from './factors.ts';
import { useLinks } from './links.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Sends a link to an email address, and goes on once it was opened, here or in another tab. */
export function EmailLinkStep({ signIn, factor, onOther }: { signIn: SignInResource; factor: Factor; onOther: () => void }) {
  return <WithEmailLink>{parts => <Step parts={parts} signIn={signIn} factor={factor} onOther={onOther} />}</WithEmailLink>;
}

function Step({ parts, signIn, factor, onOther }: {
  parts: typeof import('../../foundation/flow/email-link/index.ts');
  signIn: SignInResource;
  factor: Factor;
  onOther: () => void;
}) {
  const { cl, text, router } = useScope();
  const advance = useAdvance();
  const links = useLinks();
  const flow = useMemo<EmailLinkFlow>(() => {
    const { startEmailLinkFlow, cancelEmailLinkFlow } = signIn.createEmailLinkFlow();
    return {
      start: async () => {
        const { firstFactorVerification } = await startEmailLinkFlow({ emailAddressId: factor.emailAddressId ?? '', redirectUrl: links.pageOf('verify') });
        return firstFactorVerification.status === 'expired' ? 'expired' : 'verified';
      },
      stop: cancelEmailLinkFlow,
    };
  }, [signIn, factor.emailAddressId]);

  return (
    <Card flow="signIn" step="emailLink">
      <Header
        title={text('signIn.emailLink.title')}
        subtitle={text('signIn.emailLink.subtitle')}
        identity={factor.safeIdentifier}
        editLabel={text('backButton')}
        onEdit={() => router.go('')}
      />
      <div class={cl('main')}>
        <parts.WaitingForm
          flow={flow}
          hint={text('signIn.emailLink.formSubtitle')}
          resendLabel={text('signIn.emailLink.resendButton')}
          onVerified={() => advance(signIn)}
        />
        <OtherWay onClick={onOther} />
      </div>
    </Card>
  );
}
