import { useState } from 'preact/hooks';
import { Section, SectionButton, SectionItem } from '../../foundation/profile/section.tsx';
import { useScope } from '../../foundation/scope.ts';
import { UserPreview } from '../../foundation/user/user-preview.tsx';
import { ProfileForm } from './profile-form.tsx';
import { useUser } from './use-user.ts';

/** Picture and name. */
export function ProfileSection() {
  const { text } = useScope();
  const user = useUser();
  const [editing, setEditing] = useState(false);
  return (
    <Section id="profile" title={text('userProfile.start.profileSection.title')}>
      {editing ? (
        <ProfileForm onDone={() => setEditing(false)} />
      ) : (
        <SectionItem
          id="profile"
          action={
            <SectionButton id="profile" onClick={() => setEditing(true)}>
              {text('userProfile.start.profileSection.primaryButton')}
            </SectionButton>
          }
        >
          <UserPreview user={user} size={10} />
        </SectionItem>
      )}
    </Section>
  );
}
