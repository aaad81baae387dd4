import type { UserAvatarProps } from '@foyer/js/types';
import { Avatar } from '../../foundation/controls/avatar.tsx';
import { useScope } from '../../foundation/scope.ts';
import { nameOf } from '../../foundation/user/names.ts';

/** `<UserAvatar/>`: the signed-in person's picture. */
export function UserAvatarView() {
  const { clerk, props } = useScope<UserAvatarProps>();
  const { user } = clerk;
  if (!user) return null;
  return (
    <span role="img" aria-label={nameOf(user)}>
      <Avatar of={user} box="userAvatarBox" image="userAvatarImage" rounded={props.rounded ?? true} />
    </span>
  );
}
