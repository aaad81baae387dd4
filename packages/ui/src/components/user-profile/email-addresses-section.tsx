import type { EmailAddressResource } from '@foyer/js/types';
import { TextField } from '../../foundation/form/field.tsx';
import { useScope } from '../../foundation/scope.ts';
import { ContactSection, type Contact } from './contact-section.tsx';
import { useUser } from './use-user.ts';

const asContact = (email: EmailAddressResource): Contact => ({
  id: email.id,
  value: email.emailAddress,
  verified: email.verification.status === 'verified',
  send: () => email.prepareVerification({ strategy: 'email_code' }),
  verify: code => email.attemptVerification({ code }),
  remove: () => email.destroy(),
});

export function EmailAddressesSection() {
  const { text } = useScope();
  const user = useUser();
  return (
    <ContactSection
      contacts={user.emailAddresses.map(asContact)}
      primaryId={user.primaryEmailAddressId}
      kind={{
        id: 'emailAddresses',
        field: 'emailAddress',
        texts: {
          title: text('userProfile.start.emailAddressesSection.title'),
          add: text('userProfile.start.emailAddressesSection.primaryButton'),
          addTitle: text('userProfile.emailAddressPage.title'),
          addHint: text('userProfile.emailAddressPage.formHint'),
          verifyTitle: text('userProfile.emailAddressPage.verifyTitle'),
          codeLabel: text('userProfile.emailAddressPage.emailCode.formTitle'),
          resend: text('userProfile.emailAddressPage.emailCode.resendButton'),
          makePrimary: text('userProfile.start.emailAddressesSection.detailsAction__nonPrimary'),
          verify: text('userProfile.start.emailAddressesSection.detailsAction__unverified'),
          remove: text('userProfile.start.emailAddressesSection.destructiveAction'),
          removeTitle: text('userProfile.emailAddressPage.removeResource.title'),
          removeLine2: text('userProfile.emailAddressPage.removeResource.messageLine2'),
        },
        verifyLine: identifier => text('userProfile.emailAddressPage.emailCode.formSubtitle', { identifier }),
        removeLine: identifier => text('userProfile.emailAddressPage.removeResource.messageLine1', { identifier }),
        input: form => (
          <TextField
            form={form}
            name="emailAddress"
            type="email"
            autoComplete="email"
            label={text('formFieldLabel__emailAddress')}
            placeholder={text('formFieldInputPlaceholder__emailAddress')}
          />
        ),
        create: async email => asContact(await user.createEmailAddress({ email })),
        makePrimary: ({ id }) => user.update({ primaryEmailAddressId: id }),
      }}
    />
  );
}
