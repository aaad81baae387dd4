import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for one of the backup codes. */
export function BackupCodeStep({ onOther }: { onOther: (() => void) | undefined }) {
  const { cl, text, clerk } = useScope();
  const advance = useAdvance();
  const form = useForm({ code: '' });

  const submit = () => {
    const code = form.values.code.trim();
    if (!code) return form.setError('code', text('foyer.fieldRequired'));
    return form.run(async () => advance(await clerk.client.signIn.attemptSecondFactor({ strategy: 'backup_code', code })));
  };

  return (
    <Card flow="signIn" step="backupCode">
      <Header title={text('signIn.backupCodeMfa.title')} subtitle={text('signIn.backupCodeMfa.subtitle')} />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <FormElement onSubmit={submit} errors={form.errors}>
          <TextField
            form={form}
            name="code"
            label={text('formFieldLabel__backupCode')}
            placeholder={text('formFieldInputPlaceholder__backupCode')}
            autoComplete="one-time-code"
            autoFocus
          />
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
            {text('formButtonPrimary')}
          </Button>
        </FormElement>
        {onOther && <OtherWay onClick={onOther} />}
      </div>
    </Card>
  );
}
