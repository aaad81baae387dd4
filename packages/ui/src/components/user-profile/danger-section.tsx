import { useState } from 'preact/hooks';
import { TextField } from '../../foundation/form/field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { ActionCard, ActionForm } from '../../foundation/profile/action-card.tsx';
import { Section, SectionButton } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { useUser } from './use-user.ts';

export function DangerSection() {
  const { text } = useScope();
  const [asking, setAsking] = useState(false);
  return (
    <Section id="danger" title={text('userProfile.start.dangerSection.title')}>
      {asking ? (
        <DeleteForm onCancel={() => setAsking(false)} />
      ) : (
        <SectionButton id="danger" danger onClick={() => setAsking(true)}>
          {text('userProfile.start.dangerSection.deleteAccountButton')}
        </SectionButton>
      )}
    </Section>
  );
}

/** Deletes the account once its phrase has been typed. */
function DeleteForm({ onCancel }: { onCancel: () => void }) {
  const { text, clerk, close } = useScope();
  const user = useUser();
  const form = useForm({ deleteConfirmation: '' });
  const phrase = text('formFieldInputPlaceholder__confirmDeletionUserAccount');
  const confirmed = form.values.deleteConfirmation.trim().toLowerCase() === phrase.toLowerCase();

  const submit = () =>
    form.run(async () => {
      const next = clerk.buildAfterSignOutUrl();
      await user.delete();
      close();
      await clerk.navigate(next);
    });

  return (
    <ActionCard
      title={text('userProfile.deletePage.title')}
      subtitle={`${text('userProfile.deletePage.messageLine1')} ${text('userProfile.deletePage.messageLine2')}`}
    >
      <ActionForm form={form} danger submitLabel={text('userProfile.deletePage.confirm')} disabled={!confirmed} onSubmit={submit} onCancel={onCancel}>
        <TextField
          form={form}
          name="deleteConfirmation"
          label={text('formFieldLabel__confirmDeletion')}
          placeholder={phrase}
          hint={<p class="f-feedback">{text('userProfile.deletePage.actionDescription')}</p>}
          autoComplete="off"
        />
      </ActionForm>
    </ActionCard>
  );
}
