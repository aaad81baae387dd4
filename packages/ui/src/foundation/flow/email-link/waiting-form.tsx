import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../../controls/alert.tsx';
import { Spinner } from '../../controls/button.tsx';
import { resendAfterSeconds, useCountdown } from '../../form/use-countdown.ts';
import { useForm } from '../../form/use-form.ts';
import { useScope } from '../../scope.ts';

/** Sends a link and waits until it is opened; answers how it went. */
export interface EmailLinkFlow {
  start: () => Promise<'verified' | 'expired'>;
  stop: () => void;
}

/** Sends an email link, waits for it to be opened, and sends another on request. */
export function WaitingForm({ flow, hint, resendLabel, onVerified, cancel }: {
  /** Must be the same object at every drawing. */
  flow: EmailLinkFlow;
  hint?: string;
  resendLabel: string;
  onVerified: () => Promise<unknown>;
  /** A button to give up, where the form is not a step of its own. */
  cancel?: ComponentChildren;
}) {
  const { cl, text } = useScope();
  const form = useForm({});
  const [sent, setSent] = useState(0);
  const [expired, setExpired] = useState(false);
  const wait = useCountdown(sent + resendAfterSeconds * 1000);
  const waiting = !expired && !form.error;

  // The flow takes as long as the person does: this does not go through `form.run`, which would stay busy.
  const send = async () => {
    setExpired(false);
    setSent(Date.now());
    try {
      if ((await flow.start()) === 'verified') await form.run(onVerified);
      else setExpired(true);
    } catch (thrown) {
      form.fail(thrown);
    }
    setSent(0);
  };

  useEffect(() => {
    send();
    return () => flow.stop();
  }, [flow]);

  return (
    <div class="f-actions">
      <Alert>{form.error}</Alert>
      <Alert tone="warning">{expired && text('signIn.emailLink.expired.title')}</Alert>
      {waiting && (
        <div class={cl('verificationLinkStatusBox')} role="status">
          <Spinner />
          {hint && <p class={cl('verificationLinkStatusText')}>{hint}</p>}
        </div>
      )}
      <button
        type="button"
        class={cl('formResendCodeLink')}
        disabled={wait > 0 && waiting}
        onClick={() => {
          form.run(async () => undefined);
          return send();
        }}
      >
        {wait > 0 && waiting ? text('foyer.resendIn', { label: resendLabel, seconds: wait }) : resendLabel}
      </button>
      {cancel}
    </div>
  );
}
