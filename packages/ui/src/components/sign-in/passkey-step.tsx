import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import type { Proof } from './proof.ts';

/** Asks for the passkey of a known account. The browser opens its dialog at a press only. */
export function PasskeyStep({ proof, onOther }: { proof: Proof; onOther: (() => void) | undefined }) {
  const { cl, text } = useScope();
  const { flow } = proof;
  const form = useForm({});
  return (
    <Card flow={flow} step="passkey">
      <Header
        title={text(`${flow}.passkey.title`)}
        subtitle={text(`${flow}.passkey.subtitle`)}
        identity={proof.identifier}
        editLabel={text('backButton')}
        onEdit={proof.restart}
      />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <Button
          element="formButtonPrimary"
          wide
          loading={form.busy}
          onClick={() => form.run(proof.attemptPasskey)}
        >
          {text('formButtonPrimary')}
        </Button>
        {onOther && <OtherWay onClick={onOther} />}
      </div>
    </Card>
  );
}
