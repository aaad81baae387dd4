import type { PhoneNumberResource } from '@foyer/js/types';
import { RemoveCard } from '../../../foundation/profile/action-card.tsx';
import { useScope } from '../../../foundation/scope.ts';
import { useUser } from '../use-user.ts';

/** Asks before the authenticator app is no longer asked for. */
export function RemoveAuthenticator({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const user = useUser();
  return (
    <RemoveCard
      title={text('userProfile.mfaTOTPPage.removeResource.title')}
      lines={[text('userProfile.mfaTOTPPage.removeResource.messageLine1'), text('userProfile.mfaTOTPPage.removeResource.messageLine2')]}
      remove={() => user.disableTOTP()}
      onDone={onDone}
    />
  );
}

/** Asks before a phone number gets no more codes; it stays in the account. */
export function RemovePhoneFactor({ phone, onDone }: { phone: PhoneNumberResource; onDone: () => void }) {
  const { text } = useScope();
  return (
    <RemoveCard
      title={text('userProfile.mfaPhoneCodePage.removeResource.title')}
      lines={[
        text('userProfile.mfaPhoneCodePage.removeResource.messageLine1', { identifier: phone.phoneNumber }),
        text('userProfile.mfaPhoneCodePage.removeResource.messageLine2'),
      ]}
      remove={() => phone.setReservedForSecondFactor({ reserved: false })}
      onDone={onDone}
    />
  );
}
