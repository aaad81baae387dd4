import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { PasswordField } from '../../foundation/form/password-field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { hasErrorCode } from '../../foundation/localization/errors.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for the password. */
export function PasswordStep({ identifier, onForgot, onPwned, onOther }: {
  identifier: string | null;
  onForgot: (() => void) | undefined;
  onPwned: () => void;
  onOther: () => void;
}) {
  const { cl, text, clerk, router } = useScope();
  const advance = useAdvance();
  const form = useForm({ password: '' });

  const submit = () => {
    if (!form.values.password) return form.setError('password', text('foyer.fieldRequired'));
    return form.run(async () => {
      try {
        await advance(await clerk.client.signIn.attemptFirstFactor({ strategy: 'password', password: form.values.password }));
      } catch (thrown) {
        if (hasErrorCode(thrown, 'form_password_pwned')) return onPwned();
        throw thrown;
      }
    });
  };

  return (
    <Card flow="signIn" step="password">
      <Header
        title={text('signIn.password.title')}
        subtitle={text('signIn.password.subtitle')}
        identity={identifier}
        editLabel={text('backButton')}
        onEdit={() => router.go('')}
      />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          {/* Tells password managers whose password this is. */}
          <input class="f-sr" type="text" name="username" autoComplete="username" value={identifier ?? ''} readOnly tabIndex={-1} aria-hidden="true" />
          <PasswordField
            form={form}
            name="password"
            label={text('formFieldLabel__password')}
            placeholder={text('formFieldInputPlaceholder__password')}
            autoComplete="current-password"
            autoFocus
            action={
              onForgot && (
                <button type="button" class={cl('formFieldAction', 'formFieldAction__password')} onClick={onForgot}>
                  {text('formFieldAction__forgotPassword')}
                </button>
              )
            }
          />
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
            {text('formButtonPrimary')}
          </Button>
        </FormElement>
        <OtherWay onClick={onOther} label={text('signIn.password.actionLink')} />
      </div>
    </Card>
  );
}
