import type { PasskeyResource } from '@foyer/js/types';
import { useState } from 'preact/hooks';
import { Alert } from '../../foundation/controls/alert.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { ActionCard, ActionForm, RemoveCard } from '../../foundation/profile/action-card.tsx';
import { relativeDate } from '../../foundation/profile/relative-date.ts';
import { ActionMenu, Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from './use-user.ts';

/** The passkeys of the account: add, rename, remove. */
export function PasskeysSection() {
  const { cl, text } = useScope();
  const user = useUser();
  const form = useForm({});
  const [open, setOpen] = useState<{ what: 'rename' | 'remove'; id: string }>();
  const done = () => setOpen(undefined);
  return (
    <Section id="passkeys" title={text('userProfile.start.passkeysSection.title')}>
      <Alert>{form.error}</Alert>
      <div class={cl('profileSectionItemList', 'profileSectionItemList__passkeys')}>
        {user.passkeys.map(passkey => {
          if (open?.id !== passkey.id) {
            return (
              <PasskeyItem
                key={passkey.id}
                passkey={passkey}
                onRename={() => setOpen({ what: 'rename', id: passkey.id })}
                onRemove={() => setOpen({ what: 'remove', id: passkey.id })}
              />
            );
          }
          if (open.what === 'rename') return <RenameCard key={passkey.id} passkey={passkey} onDone={done} />;
          return (
            <RemoveCard
              key={passkey.id}
              title={text('userProfile.passkeyScreen.removeResource.title')}
              lines={[text('userProfile.passkeyScreen.removeResource.messageLine1', { name: passkey.name ?? '' })]}
              remove={() => passkey.delete()}
              onDone={done}
            />
          );
        })}
      </div>
      <SectionButton id="passkeys" icon="plus" onClick={() => form.run(() => user.createPasskey())}>
        {text('userProfile.start.passkeysSection.primaryButton')}
      </SectionButton>
    </Section>
  );
}

function PasskeyItem({ passkey, onRename, onRemove }: { passkey: PasskeyResource; onRename: () => void; onRemove: () => void }) {
  const { text } = useScope();
  const name = passkey.name ?? '';
  const { createdAt, lastUsedAt } = passkey;
  const when = lastUsedAt
    ? text('foyer.passkeyUsed', { when: relativeDate(lastUsedAt, text) })
    : text('foyer.passkeyCreated', { when: relativeDate(createdAt, text) });
  return (
    <SectionItem
      id="passkeys"
      action={
        <ActionMenu
          id="passkeys"
          about={name}
          actions={[
            { label: text('userProfile.start.passkeysSection.menuAction__rename'), onClick: onRename },
            { label: text('userProfile.start.passkeysSection.menuAction__destructive'), destructive: true, onClick: onRemove },
          ]}
        />
      }
    >
      <bdi>{name}</bdi>
      <small>{when}</small>
    </SectionItem>
  );
}

function RenameCard({ passkey, onDone }: { passkey: PasskeyResource; onDone: () => void }) {
  const { text } = useScope();
  const form = useForm({ passkeyName: passkey.name ?? '' });
  const name = form.values.passkeyName.trim();
  const submit = async () => {
    if (await form.run(() => passkey.update({ name }))) onDone();
  };
  return (
    <ActionCard title={text('userProfile.passkeyScreen.title__rename')} subtitle={text('userProfile.passkeyScreen.subtitle__rename')}>
      <ActionForm form={form} submitLabel={text('userProfile.formButtonPrimary__save')} disabled={!name} onSubmit={submit} onCancel={onDone}>
        <TextField form={form} name="passkeyName" label={text('formFieldLabel__passkeyName')} autoComplete="off" />
      </ActionForm>
    </ActionCard>
  );
}
