import { useState } from 'preact/hooks';
import { CheckboxField } from '../../foundation/form/checkbox-field.tsx';
import { NewPasswordField } from '../../foundation/form/new-password-field.tsx';
import { PasswordField } from '../../foundation/form/password-field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { useNewPassword } from '../../foundation/form/use-new-password.ts';
import { Alert } from '../../foundation/controls/alert.tsx';
import { ActionCard, ActionForm } from '../../foundation/profile/action-card.tsx';
import { Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from './use-user.ts';

export function PasswordSection() {
  const { text } = useScope();
  const user = useUser();
  const [editing, setEditing] = useState(false);
  const [message, setMessage] = useState<string>();
  const button = (
    <SectionButton id="password" icon={user.passwordEnabled ? undefined : 'plus'} onClick={() => setEditing(true)}>
      {text(user.passwordEnabled ? 'userProfile.start.passwordSection.primaryButton__updatePassword' : 'userProfile.start.passwordSection.primaryButton__setPassword')}
    </SectionButton>
  );
  return (
    <Section id="password" title={text('userProfile.start.passwordSection.title')}>
      <Alert tone="info">{editing ? undefined : message}</Alert>
      {editing && (
        <PasswordForm
          onDone={saved => {
            setMessage(saved);
            setEditing(false);
          }}
        />
      )}
      {!editing && (user.passwordEnabled ? <SectionItem id="password" action={button}>••••••••••</SectionItem> : button)}
    </Section>
  );
}

function PasswordForm({ onDone }: { onDone: (message?: string) => void }) {
  const { text } = useScope();
  const user = useUser();
  const [had] = useState(user.passwordEnabled);
  const form = useForm({ currentPassword: '', newPassword: '', confirmPassword: '', signOutOfOtherSessions: 'true' });
  const acceptable = useNewPassword(form);

  const submit = async () => {
    if (had && !form.values.currentPassword) return form.setError('currentPassword', text('foyer.fieldRequired'));
    if (!acceptable()) return;
    const { currentPassword, newPassword } = form.values;
    const signOutOfOtherSessions = form.values.signOutOfOtherSessions === 'true';
    const saved = await form.run(() => user.updatePassword({ newPassword, signOutOfOtherSessions, ...(had && { currentPassword }) }));
    if (!saved) return;
    const messages = [text(had ? 'userProfile.passwordPage.successMessage__update' : 'userProfile.passwordPage.successMessage__set')];
    if (signOutOfOtherSessions) messages.push(text('userProfile.passwordPage.successMessage__signOutOfOtherSessions'));
    onDone(messages.join(' '));
  };

  return (
    <ActionCard title={text(had ? 'userProfile.passwordPage.title__update' : 'userProfile.passwordPage.title__set')}>
      <ActionForm form={form} submitLabel={text('userProfile.formButtonPrimary__save')} onSubmit={submit} onCancel={() => onDone()}>
        {/* Tells password managers whose password this is. */}
        <input class="f-sr" type="text" name="username" autoComplete="username" value={user.primaryEmailAddress?.emailAddress ?? user.username ?? ''} readOnly tabIndex={-1} aria-hidden="true" />
        {had && <PasswordField form={form} name="currentPassword" label={text('formFieldLabel__currentPassword')} autoComplete="current-password" />}
        <NewPasswordField form={form} name="newPassword" label={text('formFieldLabel__newPassword')} />
        <PasswordField form={form} name="confirmPassword" label={text('formFieldLabel__confirmPassword')} autoComplete="new-password" />
        <CheckboxField
          form={form}
          name="signOutOfOtherSessions"
          label={text('formFieldLabel__signOutOfOtherSessions')}
          description={text('userProfile.passwordPage.checkboxInfoText__signOutOfOtherSessions')}
        />
      </ActionForm>
    </ActionCard>
  );
}
