import { useState } from 'preact/hooks';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { canUsePasskeys } from '../../foundation/flow/passkey-support.ts';
import { useScope } from '../../foundation/scope.ts';
import { AlternativeMethods } from './alternative-methods.tsx';
import { EmailLinkStep } from './email-link-step.tsx';
import { factorKey, isReset, resetFactor, startingFirstFactor, usableFirstFactors, type Factor } from './factors.ts';
import { FirstFactor } from './first-factor.tsx';
import { ForgotPassword } from './forgot-password.tsx';
import { NoMethods } from './no-methods.tsx';
import { OtherProviders } from './other-providers.tsx';
import { PasswordStep } from './password-step.tsx';
import { useSignInProof } from './proof.ts';

type View = 'factor' | 'methods' | 'forgot' | 'pwned';

/** The first proof of who one is: a password, a passkey, or a code or link sent to an address. */
export function FactorOne() {
  const { clerk, environment } = useScope();
  // The attempt as it was when the step began: completing it clears the client's.
  const [signIn] = useState(clerk.client.signIn);
  const proof = useSignInProof(signIn, 'first');
  const offered: readonly Factor[] = signIn.supportedFirstFactors ?? [];
  const factors = offered.filter(({ strategy }) => strategy !== 'passkey' || canUsePasskeys());
  const [factor, setFactor] = useState(() =>
    startingFirstFactor(factors, signIn.identifier, environment.displayConfig.preferredSignInStrategy),
  );
  const [view, setView] = useState<View>('factor');

  if (!signIn.status || signIn.status === 'needs_identifier') return <BackToStart />;

  const choose = (chosen: Factor) => {
    setFactor(chosen);
    setView('factor');
  };
  const reset = resetFactor(factors, signIn.identifier);
  const others = usableFirstFactors(factors).filter(other => !factor || factorKey(other) !== factorKey(factor));

  if (!factor) return <NoMethods proof={proof} />;
  if (view === 'methods') {
    return (
      <AlternativeMethods flow="signIn" factors={others} onSelect={choose} onBack={() => setView('factor')}>
        <OtherProviders />
      </AlternativeMethods>
    );
  }
  if (view === 'forgot' || view === 'pwned') {
    return (
      <ForgotPassword
        pwned={view === 'pwned'}
        factors={others}
        onReset={reset && (() => choose(reset))}
        onSelect={choose}
        onBack={() => setView('factor')}
      />
    );
  }
  const onOther = () => setView(isReset(factor) ? 'forgot' : 'methods');
  if (factor.strategy === 'password') {
    return <PasswordStep proof={proof} onForgot={reset && (() => setView('forgot'))} onPwned={() => setView('pwned')} onOther={onOther} />;
  }
  if (factor.strategy === 'email_link') return <EmailLinkStep key={factorKey(factor)} signIn={signIn} factor={factor} onOther={onOther} />;
  return <FirstFactor proof={proof} factor={factor} onOther={onOther} />;
}
