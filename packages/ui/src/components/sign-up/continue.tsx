import { useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import { missingFields, type FieldName } from './fields.ts';
import { SignInAction } from './sign-in-action.tsx';
import { SignUpForm, submittedValues } from './sign-up-form.tsx';
import { BackToStart } from '../../foundation/flow/back-to-start.tsx';
import { useAdvance } from './use-advance.ts';

/** Asks for what a sign-up still misses, for example after a social connection. */
export function Continue() {
  const { cl, text, clerk } = useScope();
  const advance = useAdvance();
  const [signUp] = useState(clerk.client.signUp);
  const form = useForm<FieldName>({
    firstName: signUp.firstName ?? '',
    lastName: signUp.lastName ?? '',
    username: signUp.username ?? '',
    emailAddress: signUp.emailAddress ?? '',
    phoneNumber: signUp.phoneNumber ?? '',
    password: '',
    legalAccepted: '',
  });
  const fields = missingFields(signUp.missingFields ?? []);
  if (!signUp.status || fields.length === 0) return <BackToStart />;

  const onlyConsent = fields.every(({ name }) => name === 'legalAccepted');
  const submit = () =>
    form.run(async () => advance(await signUp.update(submittedValues(form.values, fields))));

  return (
    <Card flow="signUp" step="continue" action={<SignInAction kind="continue" />}>
      <Header
        title={text(onlyConsent ? 'signUp.legalConsent.continue.title' : 'signUp.continue.title')}
        subtitle={text(onlyConsent ? 'signUp.legalConsent.continue.subtitle' : 'signUp.continue.subtitle')}
      />
      <Alert>{form.error}</Alert>
      <div class={cl('main')}>
        <SignUpForm form={form} fields={fields} onSubmit={submit} />
      </div>
    </Card>
  );
}
