import { useEffect } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { canUsePasskeys } from '../../foundation/flow/passkey-support.ts';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Not an error to somebody who closed the browser's dialog, or went on in another way. */
const given = new Set(['passkey_retrieval_cancelled', 'passkey_operation_aborted']);
const isGivenUp = (thrown: unknown) => thrown instanceof Error && 'code' in thrown && given.has(String(thrown.code));

/** Passkeys on the first step: a button, and the browser's suggestions inside the identifier field. */
export function Passkey() {
  const { text, clerk, environment } = useScope();
  const { allow_autofill: autofill, show_sign_in_button: button } = environment.userSettings.passkeySettings;
  const advance = useAdvance();
  const form = useForm({});

  const use = async (flow: 'autofill' | 'discoverable') => {
    try {
      await advance(await clerk.client.signIn.authenticateWithPasskey({ flow }));
    } catch (thrown) {
      if (!isGivenUp(thrown)) throw thrown;
    }
  };

  useEffect(() => {
    if (!autofill) return;
    // Waits as long as the person does: this does not go through `form.run`, which would stay busy.
    canAutofill().then(can => (can ? use('autofill') : undefined)).catch(form.fail);
  }, [autofill]);

  if (!canUsePasskeys()) return null;
  return (
    <>
      <Alert>{form.error}</Alert>
      {button && <OtherWay label={text('signIn.start.actionLink__use_passkey')} onClick={() => form.run(() => use('discoverable'))} />}
    </>
  );
}

const canAutofill = async () => canUsePasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
