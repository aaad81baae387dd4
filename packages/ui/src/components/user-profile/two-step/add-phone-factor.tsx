import type { PhoneNumberResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../../foundation/controls/alert.tsx';
import { Button } from '../../../foundation/controls/button.tsx';
import { Icon } from '../../../foundation/controls/icon.tsx';
import { CodeForm } from '../../../foundation/form/code-form.tsx';
import { PhoneField } from '../../../foundation/form/phone-field.tsx';
import { useForm } from '../../../foundation/form/use-form.ts';
import { ActionCard, ActionForm } from '../../../foundation/profile/action-card.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { PhoneNumber } from '../../../foundation/user/phone-number.tsx';
import { useUser } from '../use-user.ts';
import { BackupCodesCard } from './backup-codes.tsx';
import { otherPhones } from './methods.ts';

/** Sends codes to a phone number as a second factor: to one the account has, or to a new one. */
export function AddPhoneFactor({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const user = useUser();
  const form = useForm({});
  const phones = otherPhones(user);
  const [adding, setAdding] = useState(phones.length === 0);
  const [codes, setCodes] = useState<readonly string[]>();

  const reserve = async (phone: PhoneNumberResource) => {
    const { backupCodes } = await phone.setReservedForSecondFactor({ reserved: true });
    if (backupCodes?.length) setCodes(backupCodes);
    else onDone();
  };

  if (codes) return <BackupCodesCard title={text('userProfile.mfaPhoneCodePage.successTitle')} codes={codes} onDone={onDone} />;
  if (adding) return <NewPhone onVerified={reserve} onCancel={onDone} />;
  return (
    <ActionCard title={text('userProfile.mfaPhoneCodePage.title')} subtitle={text('userProfile.mfaPhoneCodePage.subtitle__availablePhoneNumbers')}>
      <Alert>{form.error}</Alert>
      <div class="f-choices">
        {phones.map(phone => (
          <Button key={phone.id} element="button__phoneNumber" look="outlined" wide disabled={form.busy} onClick={() => form.run(() => reserve(phone))}>
            <Icon name="phone" />
            <PhoneNumber value={phone.phoneNumber} />
          </Button>
        ))}
        <Button element="button__addPhoneNumber" look="bare" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {text('userProfile.mfaPhoneCodePage.primaryButton__addPhoneNumber')}
        </Button>
      </div>
      <div class="f-formButtons">
        <Button element="formButtonReset" look="bare" onClick={onDone}>
          {text('userProfile.formButtonReset')}
        </Button>
      </div>
    </ActionCard>
  );
}

function NewPhone({ onVerified, onCancel }: { onVerified: (phone: PhoneNumberResource) => Promise<void>; onCancel: () => void }) {
  const { text } = useScope();
  const user = useUser();
  const form = useForm({ phoneNumber: '' });
  const [added, setAdded] = useState<PhoneNumberResource>();
  const phoneNumber = form.values.phoneNumber.trim();

  if (added) {
    return (
      <ActionCard
        key="verify"
        title={text('userProfile.phoneNumberPage.verifyTitle')}
        subtitle={text('userProfile.phoneNumberPage.verifySubtitle', { identifier: added.phoneNumber })}
      >
        <CodeForm
          about={added.id}
          label={text('userProfile.emailAddressPage.emailCode.formTitle')}
          send={() => added.prepareVerification()}
          attempt={async code => onVerified(await added.attemptVerification({ code }))}
          resendLabel={text('userProfile.emailAddressPage.emailCode.resendButton')}
          cancel={
            <Button element="formButtonReset" look="bare" onClick={onCancel}>
              {text('userProfile.formButtonReset')}
            </Button>
          }
        />
      </ActionCard>
    );
  }
  return (
    <ActionCard key="add" title={text('userProfile.mfaPhoneCodePage.title')} subtitle={text('userProfile.phoneNumberPage.infoText')}>
      <ActionForm
        form={form}
        submitLabel={text('userProfile.formButtonPrimary__add')}
        disabled={!phoneNumber}
        onSubmit={() => form.run(async () => setAdded(await user.createPhoneNumber({ phoneNumber })))}
        onCancel={onCancel}
      >
        <PhoneField form={form} name="phoneNumber" label={text('formFieldLabel__phoneNumber')} />
      </ActionForm>
    </ActionCard>
  );
}
