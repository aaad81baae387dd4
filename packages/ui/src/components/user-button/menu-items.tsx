import type { CustomMenuItem, UserButtonProps } from '@foyer/js/types';
import { Mounted } from '../../foundation/flow/mounted.tsx';
import { useScope } from '../../foundation/scope.ts';
import { ActionButton } from './action-button.tsx';
import type { UserActions } from './use-user-actions.ts';

/** A line of the menu: one of ours, or one the app added. */
type Entry = 'manageAccount' | 'signOut' | CustomMenuItem;

/**
 * Puts the app's items after “Manage account”, and “Sign out” last; an item that only names one of ours (by the label
 * `manageAccount` or `signOut`) moves it there.
 */
export function orderItems(custom: readonly CustomMenuItem[]): Entry[] {
  const entries: Entry[] = custom.map(item => (item.label === 'manageAccount' || item.label === 'signOut' ? item.label : item));
  if (!entries.includes('manageAccount')) entries.unshift('manageAccount');
  if (!entries.includes('signOut')) entries.push('signOut');
  return entries;
}

/** The menu's own lines and the app's. */
export function MenuItems({ actions, close }: { actions: UserActions; close: () => void }) {
  const { text, props } = useScope<UserButtonProps>();
  return (
    <>
      {orderItems(props.customMenuItems ?? []).map(entry => {
        if (entry === 'manageAccount') {
          return (
            <ActionButton key={entry} id={entry} icon="gear" label={text('userButton.action__manageAccount')} close={close} run={() => actions.manageAccount()} />
          );
        }
        if (entry === 'signOut') {
          return <ActionButton key={entry} id={entry} icon="signOut" label={text('userButton.action__signOut')} close={close} run={actions.signOut} />;
        }
        return <CustomItem key={entry.label} item={entry} actions={actions} close={close} />;
      })}
    </>
  );
}

function CustomItem({ item, actions, close }: { item: CustomMenuItem; actions: UserActions; close: () => void }) {
  const { cl, clerk } = useScope();
  const id = item.label.replace(/\s+/g, '-').toLowerCase();
  const run = () => {
    close();
    if (item.href) clerk.navigate(item.href);
    else if (item.open) actions.manageAccount(item.open.replace(/^\//, ''));
    else item.onClick?.();
  };
  return (
    <button type="button" class={cl('userButtonPopoverCustomItemButton', `userButtonPopoverCustomItemButton__${id}`)} onClick={run}>
      <span class={cl('userButtonPopoverCustomItemButtonIconBox', `userButtonPopoverCustomItemButtonIconBox__${id}`)}>
        <Mounted
          class={cl('userButtonPopoverActionItemButtonIcon', `userButtonPopoverActionItemButtonIcon__${id}`)}
          mount={item.mountIcon}
          unmount={item.unmountIcon}
        />
      </span>
      {item.label}
    </button>
  );
}
