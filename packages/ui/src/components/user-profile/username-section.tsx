import { useState } from 'preact/hooks';
import { TextField } from '../../foundation/form/field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { ActionCard, ActionForm } from '../../foundation/profile/action-card.tsx';
import { Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from './use-user.ts';

export function UsernameSection() {
  const { text } = useScope();
  const user = useUser();
  const [editing, setEditing] = useState(false);
  const button = (
    <SectionButton id="username" icon={user.username ? undefined : 'plus'} onClick={() => setEditing(true)}>
      {text(user.username ? 'userProfile.start.usernameSection.primaryButton__updateUsername' : 'userProfile.start.usernameSection.primaryButton__setUsername')}
    </SectionButton>
  );
  return (
    <Section id="username" title={text('userProfile.start.usernameSection.title')}>
      {editing && <UsernameForm onDone={() => setEditing(false)} />}
      {!editing && (user.username ? <SectionItem id="username" action={button}>{user.username}</SectionItem> : button)}
    </Section>
  );
}

function UsernameForm({ onDone }: { onDone: () => void }) {
  const { text } = useScope();
  const user = useUser();
  const form = useForm({ username: user.username ?? '' });
  const submit = async () => {
    if (await form.run(() => user.update({ username: form.values.username.trim() }))) onDone();
  };
  return (
    <ActionCard title={text(user.username ? 'userProfile.usernamePage.title__update' : 'userProfile.usernamePage.title__set')}>
      <ActionForm form={form} submitLabel={text('userProfile.formButtonPrimary__save')} onSubmit={submit} onCancel={onDone} disabled={!form.values.username.trim()}>
        <TextField form={form} name="username" label={text('formFieldLabel__username')} autoComplete="username" />
      </ActionForm>
    </ActionCard>
  );
}
