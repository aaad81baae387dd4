import type { SessionResource, SessionVerificationResource, UserVerificationModalProps } from '@foyer/js/types';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Waiting } from '../../foundation/card/waiting.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useChunk } from '../../foundation/flow/use-chunk.ts';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { FirstStage } from './first-stage.tsx';
import { reverificationProof } from './proof.ts';

const loadSteps = () => import('../sign-in/steps.ts');

/**
 * Asks somebody who is signed in to prove again who they are. Docs: guides/secure/reverification. Whoever opened it
 * hears how it ended: once proved, or given up, however the dialog was closed.
 */
export function UserVerificationView() {
  const { clerk, close, props } = useScope<UserVerificationModalProps>();
  const [session] = useState(clerk.session);
  const proved = useRef(false);

  useEffect(
    () => () => {
      if (!proved.current) props.afterVerificationCancelled?.();
    },
    [],
  );

  if (!session) return null;
  const finish = async () => {
    // What asks the app's own server next has to carry the fresh proof.
    await session.getToken({ skipCache: true });
    proved.current = true;
    close();
    props.afterVerification?.();
  };
  return <Verification session={session} onProved={finish} />;
}

function Verification({ session, onProved }: { session: SessionResource; onProved: () => Promise<void> }) {
  const { props } = useScope<UserVerificationModalProps>();
  const steps = useChunk(loadSteps);
  const form = useForm({});
  const [verification, setVerification] = useState<SessionVerificationResource>();

  const advance = async (next: SessionVerificationResource) => {
    if (next.status === 'complete') return onProved();
    setVerification(next);
  };
  useEffect(() => {
    // Where there is no second factor the server is content with a first.
    form.run(async () => advance(await session.startVerification({ level: props.level ?? 'second_factor' })));
  }, []);

  if (!verification || !steps) {
    return (
      <Card flow="reverification" step="loading">
        {form.error ? <Alert>{form.error}</Alert> : <Waiting />}
      </Card>
    );
  }
  if (verification.status === 'needs_second_factor') {
    const proof = reverificationProof(session, 'second', advance);
    return <steps.SecondFactor key="second" proof={proof} factors={verification.supportedSecondFactors ?? []} />;
  }
  return <FirstStage steps={steps} proof={reverificationProof(session, 'first', advance)} factors={verification.supportedFirstFactors ?? []} />;
}
