import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackLink } from '../../foundation/card/back-link.tsx';
import type { Factor } from './factors.ts';
import { MethodButtons } from './method-buttons.tsx';

/** For a forgotten password (or one found in a data breach): reset it, or sign in another way. */
export function ForgotPassword({ pwned, factors, onReset, onSelect, onBack }: {
  pwned: boolean;
  factors: readonly Factor[];
  onReset: (() => void) | undefined;
  onSelect: (factor: Factor) => void;
  onBack: () => void;
}) {
  const { cl, text } = useScope();
  return (
    <Card flow="signIn" step="forgotPassword">
      <Header title={text(pwned ? 'signIn.passwordPwned.title' : 'signIn.forgotPasswordAlternativeMethods.title')} />
      {pwned && <Alert>{text('unstable__errors.form_password_pwned__sign_in')}</Alert>}
      <div class={cl('main')}>
        {onReset && (
          <Button element="formButtonPrimary" wide onClick={onReset}>
            {text('signIn.forgotPasswordAlternativeMethods.blockButton__resetPassword')}
          </Button>
        )}
        {factors.length > 0 && (
          <>
            <div class={cl('dividerRow')}>
              <span class={cl('dividerLine')} />
              <span class={cl('dividerText')}>{text('signIn.forgotPasswordAlternativeMethods.label__alternativeMethods')}</span>
              <span class={cl('dividerLine')} />
            </div>
            <div class={cl('alternativeMethods')}>
              <MethodButtons flow="signIn" factors={factors} onSelect={onSelect} />
            </div>
          </>
        )}
        <BackLink onClick={onBack} />
      </div>
    </Card>
  );
}
