import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Divider } from '../../foundation/controls/divider.tsx';
import { useFinish } from '../../foundation/flow/finish.ts';
import { useForm } from '../../foundation/form/use-form.ts';
import { shownAfterRedirect } from '../../foundation/flow/redirect-errors.ts';
import { takeTicket } from '../../foundation/flow/ticket.ts';
import { useScope } from '../../foundation/scope.ts';
import { entrancesOf, isWallet, type AnyProvider } from '../../foundation/social/providers.ts';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { eitherContact, startFields, type Contact, type FieldName } from './fields.ts';
import { useLinks } from './links.ts';
import type { SignUpViewProps } from './props.ts';
import { RestrictedAccess } from './restricted-access.tsx';
import { SignInAction } from './sign-in-action.tsx';
import { SignUpForm, submittedValues } from './sign-up-form.tsx';
import { useAdvance } from './use-advance.ts';

/** The first step: social connections, and a form built from the instance's settings. */
export function Start() {
  const { cl, text, clerk, environment, props, appearance, router } = useScope<SignUpViewProps>();
  const { userSettings } = environment;
  const advance = useAdvance();
  const finish = useFinish('signUp');
  const links = useLinks();
  const [attempt] = useState(clerk.client.signUp);
  const [ticket] = useState(() => props.ticket ?? takeTicket(router)?.ticket);

  // Coming back from a later step, the form holds what was entered.
  const initial = props.initialValues ?? {};
  const form = useForm<FieldName>({
    firstName: attempt.firstName ?? initial.firstName ?? '',
    lastName: attempt.lastName ?? initial.lastName ?? '',
    username: attempt.username ?? initial.username ?? '',
    emailAddress: initial.emailAddress ?? attempt.emailAddress ?? '',
    phoneNumber: initial.phoneNumber ?? attempt.phoneNumber ?? '',
    password: '',
    legalAccepted: '',
  });
  const socialForm = useForm({});
  const [contact, setContact] = useState<Contact>(form.values.phoneNumber && !form.values.emailAddress ? 'phoneNumber' : 'emailAddress');
  const fields = startFields(userSettings, contact, appearance.layout.showOptionalFields)
    // An invitation brings its email address along.
    .filter(({ name }) => !ticket || name !== 'emailAddress');

  useEffect(() => {
    const error = attempt.verifications?.externalAccount?.error;
    if (!error) return;
    form.fail({ errors: [shownAfterRedirect(error)] });
    clerk.client.signUp.create({}).catch(console.error);
  }, []);

  const { mode } = userSettings.signUp;
  if (mode !== 'public' && !ticket) return <RestrictedAccess waitlist={mode === 'waitlist'} />;

  const submit = () =>
    form.run(async () => {
      const values = submittedValues(form.values, fields);
      const signUp = await clerk.client.signUp.create({
        ...values,
        ...(ticket && { strategy: 'ticket' as const, ticket }),
        ...(props.unsafeMetadata && { unsafeMetadata: props.unsafeMetadata }),
      });
      await advance(signUp);
    });

  const enter = async ({ strategy }: AnyProvider) => {
    const consent = { ...(props.unsafeMetadata && { unsafeMetadata: props.unsafeMetadata }), legalAccepted: form.values.legalAccepted === 'true' };
    if (!isWallet(strategy)) return clerk.client.signUp.authenticateWithRedirect({ strategy, ...links.oauthReturn(), ...consent });
    const { signIn, signUp } = await (await import('../../foundation/social/wallet.ts')).enterWithWallet(clerk, strategy, consent);
    if (signUp) return advance(signUp);
    return signIn.status === 'complete' ? finish(signIn.createdSessionId) : clerk.navigate(`${links.signInUrl()}#/factor-two`);
  };
  const providers = entrancesOf(userSettings);
  const social = providers.length > 0 && <SocialButtons providers={providers} onSelect={provider => socialForm.run(() => enter(provider))} />;
  const socialFirst = appearance.layout.socialButtonsPlacement === 'top';

  return (
    <Card flow="signUp" step="start" action={<SignInAction kind="start" />}>
      <Header
        title={text(props.combined ? 'signUp.start.titleCombined' : 'signUp.start.title')}
        subtitle={text(props.combined ? 'signUp.start.subtitleCombined' : 'signUp.start.subtitle')}
      />
      {environment.maintenanceMode && <Alert tone="warning">{text('maintenanceMode')}</Alert>}
      <Alert>{form.error ?? socialForm.error}</Alert>
      <div class={cl('main')}>
        {socialFirst && social}
        {socialFirst && social && fields.length > 0 && <Divider />}
        {fields.length > 0 && (
          <SignUpForm form={form} fields={fields} onSubmit={submit} onSwitch={eitherContact(userSettings) && !ticket ? setContact : undefined} />
        )}
        {!socialFirst && social && fields.length > 0 && <Divider />}
        {!socialFirst && social}
        <div id="clerk-captcha" data-cl-theme={appearance.captcha.theme} data-cl-size={appearance.captcha.size} data-cl-language={appearance.captcha.language} />
      </div>
    </Card>
  );
}
