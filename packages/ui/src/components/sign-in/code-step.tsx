import type { AttemptSecondFactorParams, PrepareSecondFactorParams, SignInResource } from '@foyer/js/types';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { CodeForm } from '../../foundation/form/code-form.tsx';
import { useScope } from '../../foundation/scope.ts';
import { factorKey, isReset, type Factor } from './factors.ts';
import { OtherWay } from './other-way.tsx';
import { useAdvance } from './use-advance.ts';

/** Texts of a code step, by stage and strategy. */
const textKeys = {
  first: {
    email_code: 'signIn.emailCode',
    phone_code: 'signIn.phoneCode',
    reset_password_email_code: 'signIn.forgotPassword',
    reset_password_phone_code: 'signIn.forgotPassword',
  },
  second: { email_code: 'signIn.emailCodeMfa', phone_code: 'signIn.phoneCodeMfa', totp: 'signIn.totpMfa' },
} as const;

/** Class suffixes of the steps, `cl-signIn-emailCode`. */
const stepNames: Record<string, string> = {
  email_code: 'emailCode',
  phone_code: 'phoneCode',
  totp: 'totp',
  reset_password_email_code: 'resetPassword',
  reset_password_phone_code: 'resetPassword',
};

/** Asks for a six-digit code: one that we send, or one from an authenticator app. */
export function CodeStep({ stage, signIn, factor, onOther }: {
  stage: 'first' | 'second';
  signIn: SignInResource;
  factor: Factor;
  onOther: (() => void) | undefined;
}) {
  const { cl, text, router } = useScope();
  const advance = useAdvance();
  const { strategy, emailAddressId = '', phoneNumberId = '' } = factor;
  const base = (textKeys[stage] as Record<string, string>)[strategy] ?? 'signIn.emailCode';
  const find = (name: string) => text.find(`${base}.${name}`);
  const subtitle = isReset(factor) ? find(strategy === 'reset_password_email_code' ? 'subtitle_email' : 'subtitle_phone') : find('subtitle');

  const send = async () => {
    if (stage === 'second') {
      const address = strategy === 'phone_code' ? { phoneNumberId } : { emailAddressId };
      return signIn.prepareSecondFactor({ strategy, ...address } as PrepareSecondFactorParams);
    }
    if (strategy === 'phone_code' || strategy === 'reset_password_phone_code') return signIn.prepareFirstFactor({ strategy, phoneNumberId });
    if (strategy === 'reset_password_email_code') return signIn.prepareFirstFactor({ strategy, emailAddressId });
    return signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId });
  };

  const attempt = async (code: string) => {
    if (stage === 'second') {
      return advance(await signIn.attemptSecondFactor({ strategy, code } as AttemptSecondFactorParams));
    }
    return advance(await signIn.attemptFirstFactor({ strategy: strategy as 'email_code' | 'phone_code', code }));
  };

  return (
    <Card flow="signIn" step={stepNames[strategy] ?? 'code'}>
      <Header
        title={find('title') ?? ''}
        subtitle={subtitle}
        identity={factor.safeIdentifier}
        editLabel={text('backButton')}
        onEdit={stage === 'first' ? () => router.go('') : undefined}
      />
      {stage === 'second' && signIn.firstFactorVerification.strategy?.startsWith('reset_password') && (
        <Alert tone="info">{text('signIn.resetPasswordMfa.detailsLabel')}</Alert>
      )}
      {stage === 'second' && signIn.clientTrustState === 'new' && <Alert tone="info">{text('signIn.newDeviceVerificationNotice')}</Alert>}
      <div class={cl('main')}>
        <CodeForm
          about={`${signIn.id}:${stage}:${factorKey(factor)}`}
          label={find('formTitle') ?? ''}
          attempt={attempt}
          send={strategy === 'totp' ? undefined : send}
          resendLabel={find('resendButton')}
        />
        {onOther && <OtherWay onClick={onOther} />}
      </div>
    </Card>
  );
}
