import { useState } from 'preact/hooks';
import { canUsePasskeys } from '../../foundation/flow/passkey-support.ts';
import { useScope } from '../../foundation/scope.ts';
import type { Factor } from '../sign-in/factors.ts';
import type { Proof } from '../sign-in/proof.ts';

/** Asks for a first proof: the password where there is one, or another way that the account has. */
export function FirstStage({ steps, proof, factors: offered }: {
  steps: typeof import('../sign-in/steps.ts');
  proof: Proof;
  factors: readonly Factor[];
}) {
  const { environment } = useScope();
  // An email link leads to another tab, which knows nothing of this dialog.
  const factors = offered.filter(({ strategy }) => strategy !== 'email_link' && (strategy !== 'passkey' || canUsePasskeys()));
  const [factor, setFactor] = useState(() => steps.startingFirstFactor(factors, null, environment.displayConfig.preferredSignInStrategy));
  const [choosing, setChoosing] = useState(false);
  if (!factor) return <steps.NoMethods proof={proof} />;

  const others = steps.usableFirstFactors(factors).filter(other => steps.factorKey(other) !== steps.factorKey(factor));
  if (choosing) {
    const choose = (chosen: Factor) => {
      setFactor(chosen);
      setChoosing(false);
    };
    return <steps.AlternativeMethods flow="reverification" factors={others} onSelect={choose} onBack={() => setChoosing(false)} />;
  }
  return <steps.FirstFactor proof={proof} factor={factor} onOther={others.length > 0 ? () => setChoosing(true) : undefined} />;
}
