import { useRef } from 'preact/hooks';
import { Avatar } from '../../foundation/controls/avatar.tsx';
import { Button } from '../../foundation/controls/button.tsx';
import { TextField } from '../../foundation/form/field.tsx';
import { useForm } from '../../foundation/form/use-form.ts';
import { ActionCard, ActionForm } from '../../foundation/profile/action-card.tsx';
import { useScope } from '../../foundation/scope.ts';
import { nameOf } from '../../foundation/user/names.ts';
import { useUser } from './use-user.ts';

/** Changes the picture (at once) and the name (on save). */
export function ProfileForm({ onDone }: { onDone: () => void }) {
  const { cl, text, environment } = useScope();
  const user = useUser();
  const picker = useRef<HTMLInputElement>(null);
  const form = useForm({ firstName: user.firstName ?? '', lastName: user.lastName ?? '' });
  const { first_name: first, last_name: last } = environment.userSettings.attributes;

  const submit = async () => {
    const { firstName, lastName } = form.values;
    const saved = await form.run(() =>
      user.update({ ...(first?.enabled && { firstName: firstName.trim() }), ...(last?.enabled && { lastName: lastName.trim() }) }),
    );
    if (saved) onDone();
  };

  return (
    <ActionCard title={text('userProfile.profilePage.title')}>
      <div class="f-imageRow">
        <Avatar
          of={{ imageUrl: user.imageUrl, hasImage: user.hasImage, firstName: user.firstName, lastName: user.lastName, fallback: nameOf(user) }}
          size={14}
        />
        <div>
          <div class={cl('avatarImageActions')}>
            <Button element="avatarImageActionsUpload" look="outlined" disabled={form.busy} onClick={() => picker.current?.click()}>
              {text('userProfile.profilePage.imageFormSubtitle')}
            </Button>
            {user.hasImage && (
              <Button element="avatarImageActionsRemove" look="bare" disabled={form.busy} onClick={() => form.run(() => user.setProfileImage({ file: null }))}>
                <span class="f-destructive">{text('userProfile.profilePage.imageFormDestructiveActionSubtitle')}</span>
              </Button>
            )}
          </div>
          <p class="f-feedback">{text('userProfile.profilePage.fileDropAreaHint')}</p>
        </div>
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          class="f-sr"
          tabIndex={-1}
          aria-label={text('userProfile.profilePage.imageFormTitle')}
          onChange={event => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) form.run(() => user.setProfileImage({ file }));
          }}
        />
      </div>
      <ActionForm form={form} submitLabel={text('userProfile.formButtonPrimary__save')} onSubmit={submit} onCancel={onDone}>
        {(first?.enabled || last?.enabled) && (
          <div class={cl('formFieldRow', 'formFieldRow__name')}>
            {first?.enabled && (
              <TextField form={form} name="firstName" label={text('formFieldLabel__firstName')} autoComplete="given-name" optional={!first.required} />
            )}
            {last?.enabled && (
              <TextField form={form} name="lastName" label={text('formFieldLabel__lastName')} autoComplete="family-name" optional={!last.required} />
            )}
          </div>
        )}
      </ActionForm>
    </ActionCard>
  );
}
