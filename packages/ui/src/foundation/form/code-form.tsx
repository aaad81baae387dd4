import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../controls/alert.tsx';
import { Button } from '../controls/button.tsx';
import { hasErrorCode } from '../localization/errors.ts';
import { useScope } from '../scope.ts';
import { CodeInput } from './code-input.tsx';
import { Feedback } from './feedback.tsx';
import { resendAfterSeconds, useCountdown } from './use-countdown.ts';
import { useForm } from './use-form.ts';

/** When the last code of each kind was sent, in ms since the epoch: coming back to a step sends no second one at once. */
const sentAt = new Map<string, number>();

/**
 * The form for a code that was sent to somebody: submits by itself once six digits are in.
 *
 * @param attempt checks the code; what it throws is shown.
 * @param send sends a code, at first and again on request; without it there is nothing to send (authenticator apps).
 * @param about names what is verified (attempt, strategy and address): two codes for the same are 30 s apart.
 */
export function CodeForm(props: {
  attempt: (code: string) => Promise<unknown>;
  send?: (() => Promise<unknown>) | undefined;
  /** What the field is called. */
  label: string;
  resendLabel?: string | undefined;
  about: string;
  /** A button to give up, where the form is not a step of its own. */
  cancel?: ComponentChildren;
}) {
  const { cl, text } = useScope();
  const form = useForm({ code: '' });
  const [sent, setSent] = useState(sentAt.get(props.about) ?? 0);
  const wait = useCountdown(sent + resendAfterSeconds * 1000);

  const markSent = (moment: number) => {
    sentAt.set(props.about, moment);
    setSent(moment);
  };

  const send = () =>
    form.run(async () => {
      await props.send?.();
      markSent(Date.now());
    });

  useEffect(() => {
    const last = sentAt.get(props.about) ?? 0;
    if (props.send && Date.now() - last > resendAfterSeconds * 1000) send();
  }, [props.about]);

  const submit = async (code: string) => {
    const passed = await form.run(async () => {
      try {
        await props.attempt(code);
      } catch (thrown) {
        if (hasErrorCode(thrown, 'verification_expired')) markSent(0);
        throw thrown;
      }
    });
    if (!passed) form.clear('code');
  };

  const label = props.resendLabel ?? '';
  return (
    <>
      <Alert>{form.error}</Alert>
      <form
        class={cl('form')}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit(form.values.code);
        }}
      >
        <div class={cl('otpCodeField')}>
          <CodeInput
            label={props.label}
            value={form.values.code}
            error={Boolean(form.errors.code)}
            disabled={form.busy}
            describedBy={form.errors.code ? 'code-feedback' : undefined}
            onChange={code => form.set('code', code)}
            onComplete={submit}
          />
          <Feedback name="code" error={form.errors.code} />
        </div>
        <div class="f-actions">
          <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
            {text('formButtonPrimary__verify')}
          </Button>
          {props.send && (
            <button type="button" class={cl('formResendCodeLink')} disabled={wait > 0 || form.busy} onClick={send}>
              {wait > 0 ? text('foyer.resendIn', { label, seconds: wait }) : label}
            </button>
          )}
          {props.cancel}
        </div>
      </form>
    </>
  );
}
