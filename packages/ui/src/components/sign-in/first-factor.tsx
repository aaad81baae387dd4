import { CodeStep } from './code-step.tsx';
import { factorKey, type Factor } from './factors.ts';
import { PasskeyStep } from './passkey-step.tsx';
import { PasswordStep } from './password-step.tsx';
import type { Proof } from './proof.ts';

/** Asks for a first proof, in the way that was chosen. */
export function FirstFactor({ proof, factor, onOther }: { proof: Proof; factor: Factor; onOther: (() => void) | undefined }) {
  if (factor.strategy === 'password') return <PasswordStep proof={proof} onOther={onOther} />;
  if (factor.strategy === 'passkey') return <PasskeyStep proof={proof} onOther={onOther} />;
  return <CodeStep key={factorKey(factor)} proof={proof} factor={factor} onOther={onOther} />;
}
