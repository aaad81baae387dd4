import type { EmailAddressResource } from '@foyer/js/types';
import { TextField } from '../../foundation/form/field.tsx';
import type { EmailLinkFlow } from '../../foundation/flow/email-link/index.ts';
import { useScope } from '../../foundation/scope.ts';
import { ContactSection, type Contact } from './contact-section.tsx';
import { useUser } from './use-user.ts';

/** @param linkTo where a link leads, for instances that verify addresses by link. */
const asContact = (email: EmailAddressResource, linkTo: string | undefined): Contact => ({
  id: email.id,
  value: email.emailAddress,
  verified: email.verification.status === 'verified',
  send: () => email.prepareVerification({ strategy: 'email_code' }),
  verify: code => email.attemptVerification({ code }),
  link: linkTo === undefined ? undefined : linkFlow(email, linkTo),
  remove: () => email.destroy(),
});

function linkFlow(email: EmailAddressResource, redirectUrl: string): EmailLinkFlow {
  const { startEmailLinkFlow, cancelEmailLinkFlow } = email.createEmailLinkFlow();
  return {
    start: async () => ((await startEmailLinkFlow({ redirectUrl })).verification.status === 'expired' ? 'expired' : 'verified'),
    stop: cancelEmailLinkFlow,
  };
}

export function EmailAddressesSection() {
  const { text, environment, router, modal } = useScope();
  const user = useUser();
  const byLink = environment.userSettings.attributes.email_address.verifications?.includes('email_link');
  const linkTo = byLink ? (modal ? location.href : router.url('')) : undefined;
  return (
    <ContactSection
      contacts={user.emailAddresses.map(email => asContact(email, linkTo))}
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
        create: async email => asContact(await user.createEmailAddress({ email }), linkTo),
        makePrimary: ({ id }) => user.update({ primaryEmailAddressId: id }),
      }}
    />
  );
}
