import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { AlternativeMethods } from './alternative-methods.tsx';
import { BackupCodeStep } from './backup-code-step.tsx';
import { CodeStep } from './code-step.tsx';
import { factorKey, startingSecondFactor, usableSecondFactors, type Factor } from './factors.ts';
import { NoMethods } from './no-methods.tsx';
import type { Proof } from './proof.ts';

/** Asks for a second proof: an authenticator app, a code by text message or email, or a backup code. */
export function SecondFactor({ proof, factors, notice }: {
  proof: Proof;
  factors: readonly Factor[];
  /** Says why it is asked for. */
  notice?: ComponentChildren;
}) {
  const [factor, setFactor] = useState(() => startingSecondFactor(factors));
  const [choosing, setChoosing] = useState(false);
  if (!factor) return <NoMethods proof={proof} />;

  const others = usableSecondFactors(factors).filter(other => factorKey(other) !== factorKey(factor));
  if (choosing) {
    const choose = (chosen: Factor) => {
      setFactor(chosen);
      setChoosing(false);
    };
    return <AlternativeMethods flow={proof.flow} factors={others} onSelect={choose} onBack={() => setChoosing(false)} />;
  }
  const onOther = others.length > 0 ? () => setChoosing(true) : undefined;
  if (factor.strategy === 'backup_code') return <BackupCodeStep proof={proof} onOther={onOther} />;
  return <CodeStep key={factorKey(factor)} proof={proof} factor={factor} notice={notice} onOther={onOther} />;
}
