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
import type { Proof } from './proof.ts';

/** Asks for the password. */
export function PasswordStep({ proof, onForgot, onPwned, onOther }: {
  proof: Proof;
  onForgot?: (() => void) | undefined;
  onPwned?: () => void;
  onOther: (() => void) | undefined;
}) {
  const { cl, text } = useScope();
  const { flow, identifier } = proof;
  const form = useForm({ password: '' });

  const submit = () => {
    if (!form.values.password) return form.setError('password', text('foyer.fieldRequired'));
    return form.run(async () => {
      try {
        await proof.attempt({ strategy: 'password', password: form.values.password });
      } catch (thrown) {
        if (onPwned && hasErrorCode(thrown, 'form_password_pwned')) return onPwned();
        throw thrown;
      }
    });
  };

  return (
    <Card flow={flow} step="password">
      <Header
        title={text(`${flow}.password.title`)}
        subtitle={text(`${flow}.password.subtitle`)}
        identity={identifier}
        editLabel={text('backButton')}
        onEdit={proof.restart}
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
        {onOther && <OtherWay onClick={onOther} label={text(`${flow}.password.actionLink`)} />}
      </div>
    </Card>
  );
}
