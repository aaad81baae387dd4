import type { UserButtonProps } from '@foyer/js/types';
import { Secured } from '../../foundation/card/secured.tsx';
import { Avatar } from '../../foundation/controls/avatar.tsx';
import { Popover } from '../../foundation/overlay/popover.tsx';
import { useScope } from '../../foundation/scope.ts';
import { nameOf } from '../../foundation/user/names.ts';
import { UserPreview } from '../../foundation/user/user-preview.tsx';
import { MenuItems } from './menu-items.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { useUserActions } from './use-user-actions.ts';

/** `<UserButton/>`: the signed-in person's picture, opening a menu about the account. */
export function UserButtonView() {
  const { cl, text, clerk, environment, props, appearance } = useScope<UserButtonProps>();
  const actions = useUserActions();
  const { user, session } = clerk;
  if (!user || !session) return null;

  const multiSession = !environment.authConfig.singleSessionMode;
  const name = nameOf(user);
  return (
    <Popover
      role="dialog"
      label={text('userButton.action__manageAccount')}
      class={cl('popoverBox', 'userButtonPopoverCard')}
      startOpen={props.defaultOpen}
      trigger={(trigger, open) => (
        <span class={cl('userButtonBox', { open })}>
          <button
            {...trigger}
            type="button"
            class={`${cl('userButtonTrigger', { open })}${appearance.layout.shimmer ? ' f-shimmer' : ''}`}
            aria-label={text(open ? 'userButton.action__closeUserMenu' : 'userButton.action__openUserMenu')}
          >
            {props.showName && <span class={cl('userButtonOuterIdentifier', { open })}>{name}</span>}
            <Avatar
              of={{ imageUrl: user.imageUrl, hasImage: user.hasImage, firstName: user.firstName, lastName: user.lastName, fallback: name }}
              box="userButtonAvatarBox"
              image="userButtonAvatarImage"
            />
          </button>
        </span>
      )}
    >
      {close => (
        <>
          <div class={cl('userButtonPopoverMain')}>
            <div class="f-userHead">
              <UserPreview user={user} />
            </div>
            <div class={cl('userButtonPopoverActions', `userButtonPopoverActions__${multiSession ? 'multiSession' : 'singleSession'}`)}>
              <MenuItems actions={actions} close={close} />
              {multiSession && <OtherAccounts actions={actions} close={close} />}
            </div>
          </div>
          <div class={cl('userButtonPopoverFooter')}>
            <Secured />
          </div>
        </>
      )}
    </Popover>
  );
}
