import { useState } from 'preact/hooks';
import { canUsePasskeys } from '../../foundation/flow/passkey-support.ts';
import { useScope } from '../../foundation/scope.ts';
import { AlternativeMethods } from './alternative-methods.tsx';
import { CodeStep } from './code-step.tsx';
import { EmailLinkStep } from './email-link-step.tsx';
import { factorKey, isReset, startingFirstFactor, usableFirstFactors, type Factor } from './factors.ts';
import { ForgotPassword } from './forgot-password.tsx';
import { NoMethods } from './no-methods.tsx';
import { PasskeyStep } from './passkey-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';

type View = 'factor' | 'methods' | 'forgot' | 'pwned';

/** The first proof of who one is: a password, or a code sent to an address. */
export function FactorOne() {
  const { clerk, environment } = useScope();
  // The attempt as it was when the step began: completing it clears the client's.
  const [signIn] = useState(clerk.client.signIn);
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
  const reset = factors.find(isReset);
  const others = usableFirstFactors(factors).filter(other => !factor || factorKey(other) !== factorKey(factor));

  if (!factor) return <NoMethods />;
  if (view === 'methods') return <AlternativeMethods factors={others} onSelect={choose} onBack={() => setView('factor')} />;
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
  if (factor.strategy === 'password') {
    return (
      <PasswordStep
        identifier={signIn.identifier}
        onForgot={reset ? () => setView('forgot') : undefined}
        onPwned={() => setView('pwned')}
        onOther={() => setView('methods')}
      />
    );
  }
  if (factor.strategy === 'passkey') return <PasskeyStep signIn={signIn} onOther={() => setView('methods')} />;
  if (factor.strategy === 'email_link') return <EmailLinkStep key={factorKey(factor)} signIn={signIn} factor={factor} onOther={() => setView('methods')} />;
  return <CodeStep key={factorKey(factor)} stage="first" signIn={signIn} factor={factor} onOther={() => setView(isReset(factor) ? 'forgot' : 'methods')} />;
}
