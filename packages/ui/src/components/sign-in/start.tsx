import type { SignInProps, SignUpInitialValues } from '@foyer/js/types';
import { useEffect, useState } from 'preact/hooks';
import { Card } from '../../foundation/card/card.tsx';
import { Header } from '../../foundation/card/header.tsx';
import { Alert } from '../../foundation/controls/alert.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { Divider } from '../../foundation/controls/divider.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { PasswordField } from '../../foundation/form/password-field.tsx';
import { PhoneField } from '../../foundation/form/phone-field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useFinish } from '../../foundation/flow/finish.ts';
import { takeTicket, withTicket } from '../../foundation/flow/ticket.ts';
import { shownAfterRedirect } from '../../foundation/flow/redirect-errors.ts';
import { apiErrorsOf, hasErrorCode } from '../../foundation/localization/errors.ts';
import { useScope } from '../../foundation/scope.ts';
import { entrancesOf } from '../../foundation/social/providers.ts';
import { SocialButtons } from '../../foundation/social/social-buttons.tsx';
import { identifierModes, identifierTexts, isLastUsed, type IdentifierMode } from './identifiers.ts';
import { useLinks } from './links.ts';
import { PasskeySlot } from './passkey-slot.tsx';
import { StartFooter } from './start-footer.tsx';
import { useAdvance } from './use-advance.ts';
import { useEnter } from './use-enter.ts';

/** What is known of somebody who has no account yet. */
export interface Newcomer {
  initialValues?: SignUpInitialValues;
  ticket?: string;
}

/** The first step: who is it? Social connections, or an identifier. */
export function Start({ onNewcomer }: { onNewcomer: (newcomer: Newcomer) => Promise<void> }) {
  const { cl, text, clerk, environment, props, appearance, router } = useScope<SignInProps>();
  const { userSettings, displayConfig } = environment;
  const advance = useAdvance();
  const enter = useEnter();
  const finish = useFinish('signIn');
  const links = useLinks();

  const modes = identifierModes(userSettings.attributes);
  const initial = props.initialValues ?? {};
  const initialMode = initial.phoneNumber && modes.includes('phone_number') ? 'phone_number' : modes[0];
  const [mode, setMode] = useState<IdentifierMode | undefined>(initialMode);
  const otherMode = modes.find(other => other !== mode);
  const form = useForm({
    identifier: (mode === 'phone_number' ? initial.phoneNumber : (initial.emailAddress ?? initial.username)) ?? '',
    password: '',
  });
  const socialForm = useForm({});
  const lastUsed = clerk.client.lastAuthenticationStrategy;
  const hasPasskeys = userSettings.attributes.passkey?.enabled;
  const instantPassword =
    mode !== 'phone_number' && userSettings.attributes.password?.enabled && displayConfig.preferredSignInStrategy === 'password';

  // A ticket in the URL signs in by itself; an error that a provider's page left behind is shown once.
  useEffect(() => {
    const taken = takeTicket(router);
    if (taken) {
      const { ticket, forNewcomer } = taken;
      form.run(async () => {
        if (!forNewcomer) return advance(await clerk.client.signIn.create({ strategy: 'ticket', ticket }));
        return links.combined ? onNewcomer({ ticket }) : clerk.navigate(withTicket(links.signUpUrl(), ticket));
      });
      return;
    }
    const error = clerk.client.signIn.firstFactorVerification?.error;
    if (error) {
      form.fail({ errors: [shownAfterRedirect(error)] });
      clerk.client.signIn.create({}).catch(console.error);
    }
  }, []);

  const create = async () => {
    const { signIn } = clerk.client;
    const identifier = form.values.identifier.trim();
    if (!form.values.password) return signIn.create({ identifier });
    try {
      return await signIn.create({ identifier, strategy: 'password', password: form.values.password });
    } catch (thrown) {
      // The filled-in password does not fit: go on with the identifier alone, the next step asks again.
      if (!hasErrorCode(thrown, 'strategy_for_user_invalid', 'form_password_incorrect', 'form_password_pwned')) throw thrown;
      return signIn.create({ identifier });
    }
  };

  const submit = () => {
    if (!form.values.identifier.trim()) return form.setError('identifier', text('foyer.fieldRequired'));
    return form.run(async () => {
      try {
        await advance(await create());
      } catch (thrown) {
        const [error] = apiErrorsOf(thrown) ?? [];
        const sessionId = (error?.meta as { sessionId?: string } | undefined)?.sessionId;
        if (error?.code === 'identifier_already_signed_in' && sessionId) return finish(sessionId);
        if (links.combined && hasErrorCode(thrown, 'form_identifier_not_found', 'invitation_account_not_exists')) {
          return onNewcomer({ initialValues: initialValuesFor(mode, form.values.identifier.trim()) });
        }
        throw thrown;
      }
    });
  };

  const providers = entrancesOf(userSettings);
  const social = providers.length > 0 && (
    <SocialButtons
      providers={providers}
      lastUsed={lastUsed}
      onSelect={provider => socialForm.run(() => enter(provider))}
    />
  );
  const socialFirst = appearance.layout.socialButtonsPlacement === 'top';

  const field = mode && {
    form,
    name: 'identifier' as const,
    label: text(identifierTexts[mode].label),
    // Where there is one way in, nobody has to remember it.
    lastUsed: (providers.length > 0 || otherMode !== undefined) && isLastUsed(mode, lastUsed),
    placeholder: text(identifierTexts[mode].placeholder),
    action: otherMode && (
      <button
        type="button"
        class={cl('formFieldAction', 'formFieldAction__identifier')}
        onClick={() => {
          setMode(otherMode);
          form.set('identifier', '');
        }}
      >
        {text(identifierTexts[otherMode].switchTo)}
      </button>
    ),
  };

  return (
    <Card flow="signIn" step="start" action={<StartFooter />}>
      <Header
        title={text(links.combined ? 'signIn.start.titleCombined' : 'signIn.start.title')}
        subtitle={text(links.combined ? 'signIn.start.subtitleCombined' : 'signIn.start.subtitle')}
      />
      {environment.maintenanceMode && <Alert tone="warning">{text('maintenanceMode')}</Alert>}
      <Alert>{form.error ?? socialForm.error}</Alert>
      <div class={cl('main')}>
        {socialFirst && social}
        {socialFirst && social && field && <Divider />}
        {field && (
          <FormElement onSubmit={submit} errors={form.errors}>
            {mode === 'phone_number' ? (
              <PhoneField {...field} />
            ) : (
              <TextField {...field} type={mode === 'email_address' ? 'email' : 'text'} autoComplete={hasPasskeys && userSettings.passkeySettings.allow_autofill ? 'username webauthn' : 'username'} />
            )}
            {instantPassword && (
              <div class={form.values.password ? undefined : 'f-hiddenField'}>
                <PasswordField
                  form={form}
                  name="password"
                  label={text('formFieldLabel__password')}
                  autoComplete="current-password"
                  skipped={!form.values.password}
                />
              </div>
            )}
            <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
              {text('formButtonPrimary')}
              <Icon name="arrow" class={cl('buttonArrowIcon')} />
            </Button>
          </FormElement>
        )}
        {!socialFirst && social && field && <Divider />}
        {!socialFirst && social}
        {hasPasskeys && <PasskeySlot />}
        <div id="clerk-captcha" data-cl-theme={appearance.captcha.theme} data-cl-size={appearance.captcha.size} data-cl-language={appearance.captcha.language} />
      </div>
    </Card>
  );
}

function initialValuesFor(mode: IdentifierMode | undefined, identifier: string): SignUpInitialValues {
  if (mode === 'phone_number') return { phoneNumber: identifier };
  return mode === 'email_address' || identifier.includes('@') ? { emailAddress: identifier } : { username: identifier };
}
