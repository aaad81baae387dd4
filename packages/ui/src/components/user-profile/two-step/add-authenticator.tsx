import type { TOTPResource } from '@foyer/js/types';
import { useEffect, useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button } from '../../../foundation/controls/button.tsx';
import { CodeForm } from '../../../foundation/form/code-form.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { ActionCard } from '../../../foundation/profile/action-card.tsx';
import { CopyField } from '../../../foundation/profile/copy-field.tsx';
import { QrCode } from '../../../foundation/qr/qr-code.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../use-user.ts';
import { BackupCodesCard } from './backup-codes.tsx';

/** Sets up an authenticator app: shows its secret, then asks for a first code of it. */
export function AddAuthenticator({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const user = useUser();
  const form = useForm({});
  const [totp, setTotp] = useState<TOTPResource>();
  const [step, setStep] = useState<'scan' | 'verify'>('scan');
  const [codes, setCodes] = useState<readonly string[]>();

  useEffect(() => {
    form.run(async () => setTotp(await user.createTOTP()));
  }, []);

  const cancel = (
    <Button element="formButtonReset" look="bare" onClick={onDone}>
      {text('userProfile.formButtonReset')}
    </Button>
  );

  if (codes) return <BackupCodesCard title={text('userProfile.mfaTOTPPage.successMessage')} codes={codes} onDone={onDone} />;
  if (step === 'verify') {
    return (
      <ActionCard key="verify" title={text('userProfile.mfaTOTPPage.verifyTitle')} subtitle={text('userProfile.mfaTOTPPage.verifySubtitle')}>
        <CodeForm
          about={`totp:${totp?.id}`}
          label={text('userProfile.mfaTOTPPage.verifyTitle')}
          attempt={async code => {
            const { backupCodes } = await user.verifyTOTP({ code });
            if (backupCodes?.length) setCodes(backupCodes);
            else onDone();
          }}
          cancel={cancel}
        />
      </ActionCard>
    );
  }
  return (
    <ActionCard key="scan" title={text('userProfile.mfaTOTPPage.title')}>
      <Alert>{form.error}</Alert>
      {totp ? <Secret totp={totp} /> : !form.error && <div class="f-placeholder" aria-hidden="true" />}
      <div class="f-formButtons">
        <Button element="formButtonPrimary" disabled={!totp} onClick={() => setStep('verify')}>
          {text('userProfile.formButtonPrimary__continue')}
        </Button>
        {cancel}
      </div>
    </ActionCard>
  );
}

/** The secret as a QR code, or as text for those who cannot scan it. */
function Secret({ totp }: { totp: TOTPResource }) {
  const { text } = useScope();
  const [scanning, setScanning] = useState(true);
  const { uri = '', secret = '' } = totp;
  const base = 'userProfile.mfaTOTPPage.authenticatorApp' as const;
  return (
    <>
      <p>{text(scanning ? `${base}.infoText__ableToScan` : `${base}.infoText__unableToScan`)}</p>
      {scanning ? (
        <QrCode content={uri} label={text('foyer.qrCode')} />
      ) : (
        <>
          <CopyField name="totpSecret" label={text(`${base}.inputLabel__unableToScan1`)} value={secret} />
          <CopyField name="totpUri" label={text(`${base}.inputLabel__unableToScan2`)} value={uri} />
        </>
      )}
      <Button element="button__totpView" look="bare" onClick={() => setScanning(!scanning)}>
        {text(scanning ? `${base}.buttonUnableToScan__nonPrimary` : `${base}.buttonAbleToScan__nonPrimary`)}
      </Button>
    </>
  );
}
