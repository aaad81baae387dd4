import type { SignInResource } from '@foyer/js/types';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for the passkey of a known account. The browser opens its dialog at a press only. */
export function PasskeyStep({ signIn, onOther }: { signIn: SignInResource; onOther: () => void }) {
  const { cl, text, router } = useScope();
  const advance = useAdvance();
  const form = useForm({});
  return (
    <Card flow="signIn" step="passkey">
      <Header
        title={text('signIn.passkey.title')}
        subtitle={text('signIn.passkey.subtitle')}
        identity={signIn.identifier}
        editLabel={text('backButton')}
        onEdit={() => router.go('')}
      />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <Button
          element="formButtonPrimary"
          wide
          loading={form.busy}
          onClick={() => form.run(async () => advance(await signIn.authenticateWithPasskey()))}
        >
          {text('formButtonPrimary')}
        </Button>
        <OtherWay onClick={onOther} />
      </div>
    </Card>
  );
}
