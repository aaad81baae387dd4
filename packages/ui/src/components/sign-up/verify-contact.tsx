import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { CodeForm } from '../../foundation/form/code-form.tsx';
import { useScope } from '../../foundation/scope.ts';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { VerifyEmailLink } from './verify-email-link.tsx';
import { useAdvance } from './use-advance.ts';

/** Verifies the new account's email address by a link or a code, or its phone number by a code. */
export function VerifyContact({ contact }: { contact: 'email_address' | 'phone_number' }) {
  const { cl, text, clerk, router, environment } = useScope();
  const advance = useAdvance();
  const [signUp] = useState(clerk.client.signUp);
  const email = contact === 'email_address';
  const identity = email ? signUp.emailAddress : signUp.phoneNumber;
  if (!signUp.status || !identity) return <BackToStart />;

  if (email && environment.userSettings.attributes.email_address.verifications?.includes('email_link')) return <VerifyEmailLink signUp={signUp} />;
  const texts = email ? 'signUp.emailCode' : 'signUp.phoneCode';
  return (
    <Card flow="signUp" step={email ? 'emailCode' : 'phoneCode'}>
      <Header
        title={text(`${texts}.title`)}
        subtitle={text(`${texts}.subtitle`)}
        identity={identity}
        editLabel={text('backButton')}
        onEdit={() => router.go('')}
      />
      <div class={cl('main')}>
        <CodeForm
          about={`${signUp.id}:${contact}:${identity}`}
          label={text(`${texts}.formTitle`)}
          send={() =>
            email
              ? signUp.prepareEmailAddressVerification({ strategy: 'email_code' })
              : signUp.preparePhoneNumberVerification({ strategy: 'phone_code' })
          }
          attempt={async code =>
            advance(
              email
                ? await signUp.attemptEmailAddressVerification({ code })
                : await signUp.attemptPhoneNumberVerification({ code }),
            )
          }
          resendLabel={text(`${texts}.resendButton`)}
        />
      </div>
    </Card>
  );
}
