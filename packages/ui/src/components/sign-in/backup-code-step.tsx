import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import type { Proof } from './proof.ts';

/** Asks for one of the backup codes. */
export function BackupCodeStep({ proof, onOther }: { proof: Proof; onOther: (() => void) | undefined }) {
  const { cl, text } = useScope();
  const { flow } = proof;
  const form = useForm({ code: '' });

  const submit = () => {
    const code = form.values.code.trim();
    if (!code) return form.setError('code', text('foyer.fieldRequired'));
    return form.run(() => proof.attempt({ strategy: 'backup_code', code }));
  };

  return (
    <Card flow={flow} step="backupCode">
      <Header title={text(`${flow}.backupCodeMfa.title`)} subtitle={text(`${flow}.backupCodeMfa.subtitle`)} />
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
