import { useState } from 'preact/hooks';
import { useScope } from '../../foundation/scope.ts';
import { AlternativeMethods } from './alternative-methods.tsx';
import { BackupCodeStep } from './backup-code-step.tsx';
import { CodeStep } from './code-step.tsx';
import { factorKey, startingSecondFactor, usableSecondFactors, type Factor } from './factors.ts';
import { NoMethods } from './no-methods.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';

/** The second proof: an authenticator app, a code by text message or email, or a backup code. */
export function FactorTwo() {
  const { clerk } = useScope();
  const [signIn] = useState(clerk.client.signIn);
  const factors: readonly Factor[] = signIn.supportedSecondFactors ?? [];
  const [factor, setFactor] = useState(() => startingSecondFactor(factors));
  const [choosing, setChoosing] = useState(false);

  if (signIn.status !== 'needs_second_factor') return <BackToStart />;
  if (!factor) return <NoMethods />;

  const others = usableSecondFactors(factors).filter(other => factorKey(other) !== factorKey(factor));
  if (choosing) {
    return (
      <AlternativeMethods
        secondStage
        factors={others}
        onSelect={chosen => {
          setFactor(chosen);
          setChoosing(false);
        }}
        onBack={() => setChoosing(false)}
      />
    );
  }
  const onOther = others.length > 0 ? () => setChoosing(true) : undefined;
  if (factor.strategy === 'backup_code') return <BackupCodeStep onOther={onOther} />;
  return <CodeStep key={factorKey(factor)} stage="second" signIn={signIn} factor={factor} onOther={onOther} />;
}
