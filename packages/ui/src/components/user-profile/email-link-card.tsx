import { useState } from 'preact/hooks';
import { Button } from '../../foundation/controls/button.tsx';
import type { EmailLinkFlow } from '../../foundation/flow/email-link/index.ts';
import { WithEmailLink } from '../../foundation/flow/email-link-chunk.tsx';
import { ActionCard } from '../../foundation/profile/action-card.tsx';
import { useScope } from '../../foundation/scope.ts';

interface EmailLinkCardProps {
  title: string;
  address: string;
  flow: EmailLinkFlow;
  onDone: () => void;
}

/** Verifies an address of the account by a link. */
export function EmailLinkCard(props: EmailLinkCardProps) {
  return <WithEmailLink>{parts => <Card parts={parts} {...props} />}</WithEmailLink>;
}

function Card({ parts, title, address, flow: given, onDone }: EmailLinkCardProps & { parts: typeof import('../../foundation/flow/email-link/index.ts') }) {
  const { text } = useScope();
  // The list hands over a new object whenever the account changes; the flow that was begun goes on.
  const [flow] = useState(given);
  return (
    <ActionCard title={title} subtitle={text('userProfile.emailAddressPage.emailLink.formSubtitle', { identifier: address })}>
      <parts.WaitingForm
        flow={flow}
        resendLabel={text('userProfile.emailAddressPage.emailLink.resendButton')}
        onVerified={async () => onDone()}
        cancel={
          <Button element="formButtonReset" look="bare" onClick={onDone}>
            {text('userProfile.formButtonReset')}
          </Button>
        }
      />
    </ActionCard>
  );
}
