import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useScope } from '../../foundation/scope.ts';
import { NewPasswordForm } from './new-password-form.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for a new password: after a reset code, or because the instance demands one. */
export function ResetPassword() {
  const { text, clerk } = useScope();
  const advance = useAdvance();
  const [signIn] = useState(clerk.client.signIn);
  const [done, setDone] = useState(false);
  if (signIn.status !== 'needs_new_password' && !done) return <BackToStart />;

  // Asked for without a reset code: the instance wants a new password before it lets anybody in.
  const required = !signIn.firstFactorVerification?.strategy?.startsWith('reset_password');
  return (
    <Card flow="signIn" step="resetPassword">
      <Header title={text('signIn.resetPassword.title')} subtitle={required ? text('signIn.resetPassword.requiredMessage') : undefined} />
      <NewPasswordForm
        submitLabel={text('signIn.resetPassword.formButtonPrimary')}
        success={done && text('signIn.resetPassword.successMessage')}
        save={async ({ newPassword: password, signOutOfOtherSessions }) => {
          const updated = await signIn.resetPassword({ password, signOutOfOtherSessions });
          setDone(true);
          await advance(updated);
        }}
      />
    </Card>
  );
}
