import type { PhoneNumberResource } from '@foyer/js/types';
import { PhoneField } from '../../foundation/form/phone-field.tsx';
import { useScope } from '../../foundation/scope.ts';
import { ContactSection, type Contact } from './contact-section.tsx';
import { useUser } from './use-user.ts';

const asContact = (phone: PhoneNumberResource): Contact => ({
  id: phone.id,
  value: phone.phoneNumber,
  verified: phone.verification.status === 'verified',
  send: () => phone.prepareVerification(),
  verify: code => phone.attemptVerification({ code }),
  remove: () => phone.destroy(),
});

export function PhoneNumbersSection() {
  const { text } = useScope();
  const user = useUser();
  return (
    <ContactSection
      contacts={user.phoneNumbers.map(asContact)}
      primaryId={user.primaryPhoneNumberId}
      kind={{
        id: 'phoneNumbers',
        field: 'phoneNumber',
        texts: {
          title: text('userProfile.start.phoneNumbersSection.title'),
          add: text('userProfile.start.phoneNumbersSection.primaryButton'),
          addTitle: text('userProfile.phoneNumberPage.title'),
          addHint: text('userProfile.phoneNumberPage.infoText'),
          verifyTitle: text('userProfile.phoneNumberPage.verifyTitle'),
          codeLabel: text('userProfile.emailAddressPage.emailCode.formTitle'),
          resend: text('userProfile.emailAddressPage.emailCode.resendButton'),
          makePrimary: text('userProfile.start.phoneNumbersSection.detailsAction__nonPrimary'),
          verify: text('userProfile.start.phoneNumbersSection.detailsAction__unverified'),
          remove: text('userProfile.start.phoneNumbersSection.destructiveAction'),
          removeTitle: text('userProfile.phoneNumberPage.removeResource.title'),
          removeLine2: text('userProfile.phoneNumberPage.removeResource.messageLine2'),
        },
        verifyLine: identifier => text('userProfile.phoneNumberPage.verifySubtitle', { identifier }),
        removeLine: identifier => text('userProfile.phoneNumberPage.removeResource.messageLine1', { identifier }),
        input: form => <PhoneField form={form} name="phoneNumber" label={text('formFieldLabel__phoneNumber')} />,
        create: async phoneNumber => asContact(await user.createPhoneNumber({ phoneNumber })),
        makePrimary: ({ id }) => user.update({ primaryPhoneNumberId: id }),
      }}
    />
  );
}
