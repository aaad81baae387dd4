import type { UserResource } from '@foyer/js/types';
import { Avatar } from '../controls/avatar.tsx';
import { useScope } from '../scope.ts';
import { identifiersOf } from './names.ts';

/** A person in a line: picture, name, and how else they are known. */
export function UserPreview({ user, id = 'userButton', size = 9 }: { user: UserResource; id?: string; size?: number }) {
  const { cl } = useScope();
  const [main = '', secondary] = identifiersOf(user);
  const element = <Name extends string>(name: Name) => `${name}__${id}` as const;
  return (
    <div class={cl('userPreview', element('userPreview'))}>
      <span class={cl('userPreviewAvatarContainer', element('userPreviewAvatarContainer'))}>
        <Avatar of={{ ...avatarOf(user), fallback: main }} size={size} box={element('userPreviewAvatarBox')} image={element('userPreviewAvatarImage')} />
      </span>
      <span class={cl('userPreviewTextContainer', element('userPreviewTextContainer'))}>
        <span class={cl('userPreviewMainIdentifier', element('userPreviewMainIdentifier'))} dir="auto">{main}</span>
        {secondary && <span class={cl('userPreviewSecondaryIdentifier', element('userPreviewSecondaryIdentifier'))} dir="auto">{secondary}</span>}
      </span>
    </div>
  );
}

const avatarOf = ({ imageUrl, hasImage, firstName, lastName }: UserResource) => ({ imageUrl, hasImage, firstName, lastName });
