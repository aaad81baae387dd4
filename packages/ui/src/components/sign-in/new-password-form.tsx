import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { CheckboxField } from '../../foundation/form/checkbox-field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { NewPasswordField } from '../../foundation/form/new-password-field.tsx';
import { PasswordField } from '../../foundation/form/password-field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useNewPassword } from '../../foundation/form/use-new-password.ts';
import { useScope } from '../../foundation/scope.ts';

/** A form for a new password, asked for twice, which can sign the account out everywhere else. */
export function NewPasswordForm({ submitLabel, success, save }: {
  submitLabel: string;
  /** Stands where errors do, once the password is set. */
  success?: string | false;
  save: (params: { newPassword: string; signOutOfOtherSessions: boolean }) => Promise<unknown>;
}) {
  const { cl, text } = useScope();
  const form = useForm({ newPassword: '', confirmPassword: '', signOutOfOtherSessions: 'true' });
  const acceptable = useNewPassword(form);
  const submit = () => {
    const { newPassword, signOutOfOtherSessions } = form.values;
    return acceptable() && form.run(() => save({ newPassword, signOutOfOtherSessions: signOutOfOtherSessions === 'true' }));
  };
  return (
    <>
      <Alert tone={success ? 'info' : 'danger'}>{success || form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          <NewPasswordField form={form} name="newPassword" label={text('formFieldLabel__newPassword')} autoFocus />
          <PasswordField form={form} name="confirmPassword" label={text('formFieldLabel__confirmPassword')} autoComplete="new-password" />
          <CheckboxField form={form} name="signOutOfOtherSessions" label={text('formFieldLabel__signOutOfOtherSessions')} />
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy || Boolean(success)}>
            {submitLabel}
          </Button>
        </FormElement>
      </div>
    </>
  );
}
