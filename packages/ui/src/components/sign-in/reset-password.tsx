import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { CheckboxField } from '../../foundation/form/checkbox-field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { NewPasswordField } from '../../foundation/form/new-password-field.tsx';
import { PasswordField } from '../../foundation/form/password-field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useNewPassword } from '../../foundation/form/use-new-password.ts';
import { useScope } from '../../foundation/scope.ts';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for a new password: after a reset code, or because the instance demands one. */
export function ResetPassword() {
  const { cl, text, clerk } = useScope();
  const advance = useAdvance();
  const [signIn] = useState(clerk.client.signIn);
  const [done, setDone] = useState(false);
  const form = useForm({ newPassword: '', confirmPassword: '', signOutOfOtherSessions: 'true' });
  const acceptable = useNewPassword(form);
  if (signIn.status !== 'needs_new_password' && !done) return <BackToStart />;

  const submit = () => {
    if (!acceptable()) return;
    return form.run(async () => {
      const { newPassword, signOutOfOtherSessions } = form.values;
      const updated = await signIn.resetPassword({ password: newPassword, signOutOfOtherSessions: signOutOfOtherSessions === 'true' });
      setDone(true);
      await advance(updated);
    });
  };

  // Asked for without a reset code: the instance wants a new password before it lets anybody in.
  const required = !signIn.firstFactorVerification?.strategy?.startsWith('reset_password');
  return (
    <Card flow="signIn" step="resetPassword">
      <Header title={text('signIn.resetPassword.title')} subtitle={required ? text('signIn.resetPassword.requiredMessage') : undefined} />
      <Alert tone={done ? 'info' : 'danger'}>{done ? text('signIn.resetPassword.successMessage') : form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          <NewPasswordField form={form} name="newPassword" label={text('formFieldLabel__newPassword')} autoFocus />
          <PasswordField form={form} name="confirmPassword" label={text('formFieldLabel__confirmPassword')} autoComplete="new-password" />
          <CheckboxField form={form} name="signOutOfOtherSessions" label={text('formFieldLabel__signOutOfOtherSessions')} />
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy || done}>
            {text('signIn.resetPassword.formButtonPrimary')}
          </Button>
        </FormElement>
      </div>
    </Card>
  );
}
