import type { ComponentChildren } from 'preact';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { CodeForm } from '../../foundation/form/code-form.tsx';
import { useScope } from '../../foundation/scope.ts';
import { factorKey, isReset, type Factor } from './factors.ts';
import { OtherWay } from './other-way.tsx';
import type { Proof } from './proof.ts';

/** Where a code step's texts are, by stage and strategy. */
const textKeys: Record<Proof['stage'], Record<string, string>> = {
  first: {
    email_code: 'emailCode',
    phone_code: 'phoneCode',
    reset_password_email_code: 'forgotPassword',
    reset_password_phone_code: 'forgotPassword',
  },
  second: { email_code: 'emailCodeMfa', phone_code: 'phoneCodeMfa', totp: 'totpMfa' },
};

/** Class suffixes of the steps, `cl-signIn-emailCode`. */
const stepNames: Record<string, string> = {
  email_code: 'emailCode',
  phone_code: 'phoneCode',
  totp: 'totp',
  reset_password_email_code: 'resetPassword',
  reset_password_phone_code: 'resetPassword',
};

/** Asks for a six-digit code: one that we send, or one from an authenticator app. */
export function CodeStep({ proof, factor, notice, onOther }: {
  proof: Proof;
  factor: Factor;
  /** Says why a code is asked for. */
  notice?: ComponentChildren;
  onOther: (() => void) | undefined;
}) {
  const { cl, text } = useScope();
  const { flow, stage, restart } = proof;
  const { strategy, emailAddressId, phoneNumberId } = factor;
  const find = (name: string) => text.find(`${flow}.${textKeys[stage][strategy]}.${name}`);
  const subtitle = isReset(factor) ? find(strategy === 'reset_password_email_code' ? 'subtitle_email' : 'subtitle_phone') : find('subtitle');

  return (
    <Card flow={flow} step={stepNames[strategy] ?? 'code'}>
      <Header title={find('title') ?? ''} subtitle={subtitle} identity={factor.safeIdentifier} editLabel={text('backButton')} onEdit={restart} />
      {notice}
      <div class={cl('main')}>
        <CodeForm
          about={`${proof.id}:${stage}:${factorKey(factor)}`}
          label={find('formTitle') ?? ''}
          attempt={code => proof.attempt({ strategy, code })}
          send={strategy === 'totp' ? undefined : () => proof.prepare({ strategy, emailAddressId, phoneNumberId })}
          resendLabel={find('resendButton')}
        />
        {onOther && <OtherWay onClick={onOther} />}
      </div>
    </Card>
  );
}
