import { Button } from '../../foundation/controls/button.tsx';
import { Icon } from '../../foundation/controls/icon.tsx';
import { CheckboxField } from '../../foundation/form/checkbox-field.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { FormElement } from '../../foundation/form/form.tsx';
import { NewPasswordField, passwordSentence } from '../../foundation/form/new-password-field.tsx';
import { passwordProblems } from '../../foundation/form/password-rules.ts';
import { PhoneField } from '../../foundation/form/phone-field.tsx';
import type { Form } from '../../foundation/form/use-form.ts';
import { useScope } from '../../foundation/scope.ts';
import type { Contact, FieldName, SignUpField } from './fields.ts';
import { LegalLabel } from './legal-label.tsx';

/** The values of the shown fields, ready to be sent: empty optional ones left out, the consent as a boolean. */
export function submittedValues(values: Record<FieldName, string>, fields: readonly SignUpField[]) {
  const sent: Partial<Record<Exclude<FieldName, 'legalAccepted'>, string>> & { legalAccepted?: boolean } = {};
  for (const { name } of fields) {
    if (name === 'legalAccepted') sent.legalAccepted = values.legalAccepted === 'true';
    else if (name === 'password') sent.password = values.password;
    else if (values[name].trim()) sent[name] = values[name].trim();
  }
  return sent;
}

/** The sign-up form for a list of fields; checks what a browser can check before it sends. */
export function SignUpForm({ form, fields, onSubmit, onSwitch }: {
  form: Form<FieldName>;
  fields: readonly SignUpField[];
  onSubmit: () => unknown;
  /** Set where either an email address or a phone number will do: changes to the other. */
  onSwitch?: ((contact: Contact) => void) | undefined;
}) {
  const { cl, text, environment } = useScope();

  const submit = () => {
    let complete = true;
    for (const { name, required } of fields) {
      const problems = name === 'password' ? passwordProblems(form.values.password, environment.userSettings.passwordSettings) : [];
      if (required && !form.values[name].trim()) form.setError(name, text(name === 'legalAccepted' ? 'foyer.consentRequired' : 'foyer.fieldRequired'));
      else if (problems.length > 0) form.setError(name, passwordSentence(problems, text));
      else continue;
      complete = false;
    }
    if (complete) onSubmit();
  };

  const switchTo = (contact: Contact) =>
    onSwitch && (
      <button type="button" class={cl('formFieldAction')} onClick={() => onSwitch(contact)}>
        {text(contact === 'phoneNumber' ? 'signUp.start.actionLink__use_phone' : 'signUp.start.actionLink__use_email')}
      </button>
    );

  const draw = (field: SignUpField) => {
    const { name } = field;
    const common = { form, name, key: name, optional: !field.required };
    switch (name) {
      case 'firstName':
      case 'lastName':
        return (
          <TextField
            {...common}
            label={text(`formFieldLabel__${name}`)}
            placeholder={text(`formFieldInputPlaceholder__${name}`)}
            autoComplete={name === 'firstName' ? 'given-name' : 'family-name'}
          />
        );
      case 'username':
        return <TextField {...common} label={text('formFieldLabel__username')} placeholder={text('formFieldInputPlaceholder__username')} autoComplete="username" />;
      case 'emailAddress':
        return (
          <TextField
            {...common}
            type="email"
            label={text('formFieldLabel__emailAddress')}
            placeholder={text('formFieldInputPlaceholder__emailAddress')}
            autoComplete="email"
            action={switchTo('phoneNumber')}
          />
        );
      case 'phoneNumber':
        return <PhoneField {...common} label={text('formFieldLabel__phoneNumber')} action={switchTo('emailAddress')} />;
      case 'password':
        return <NewPasswordField {...common} label={text('formFieldLabel__password')} placeholder={text('formFieldInputPlaceholder__password')} />;
      case 'legalAccepted':
        return <CheckboxField form={form} name={name} key={name} label={<LegalLabel />} />;
    }
  };

  const named = fields.filter(({ name }) => name === 'firstName' || name === 'lastName');
  const others = fields.filter(field => !named.includes(field));
  return (
    <FormElement onSubmit={submit} errors={form.errors}>
      {named.length > 0 && <div class={cl('formFieldRow', 'formFieldRow__name')}>{named.map(draw)}</div>}
      {others.map(draw)}
      <Button element="formButtonPrimary" type="submit" wide loading={form.busy}>
        {text('formButtonPrimary')}
        <Icon name="arrow" class={cl('buttonArrowIcon')} />
      </Button>
    </FormElement>
  );
}
