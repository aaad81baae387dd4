import type { ComponentChildren } from 'preact';
import { Button } from '../controls/button.tsx';
import { Icon, type IconName } from '../controls/icon.tsx';
import { Popover } from '../overlay/popover.tsx';
import { useScope } from '../scope.ts';

/** A titled part of a profile page. `id` gives the documented classes, `cl-profileSection__emailAddresses`. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  const { cl } = useScope();
  return (
    <section class={cl('profileSection', `profileSection__${id}`)} aria-label={title}>
      <div class={cl('profileSectionHeader', `profileSectionHeader__${id}`)}>
        <div class={cl('profileSectionTitle', `profileSectionTitle__${id}`)}>
          <h3 class={cl('profileSectionTitleText', `profileSectionTitleText__${id}`)}>{title}</h3>
        </div>
      </div>
      <div class={cl('profileSectionContent', `profileSectionContent__${id}`)}>{children}</div>
    </section>
  );
}

/** One thing in a section: what it is, and what can be done with it. */
export function SectionItem({ id, children, action }: { id: string; children: ComponentChildren; action?: ComponentChildren }) {
  const { cl } = useScope();
  return (
    <div class={cl('profileSectionItem', `profileSectionItem__${id}`)}>
      <div class="f-itemText">{children}</div>
      {action}
    </div>
  );
}

/** The button with which a section's form is opened. */
export function SectionButton({ id, icon, onClick, danger, children }: {
  id: string;
  icon?: IconName;
  onClick: () => void;
  danger?: boolean;
  children: ComponentChildren;
}) {
  return (
    <Button element={`profileSectionPrimaryButton__${id}`} look="bare" onClick={onClick}>
      {icon && <Icon name={icon} />}
      {danger ? <span class="f-destructive">{children}</span> : children}
    </Button>
  );
}

export interface MenuAction {
  label: string;
  onClick: () => unknown;
  destructive?: boolean;
}

/** The “more actions” menu of an item. */
export function ActionMenu({ id, about, actions }: { id: string; about: string; actions: readonly MenuAction[] }) {
  const { cl, text } = useScope();
  if (actions.length === 0) return null;
  const label = `${text('foyer.menu')}: ${about}`;
  return (
    <Popover
      role="menu"
      label={label}
      class={cl('menuList', `menuList__${id}`)}
      trigger={trigger => (
        <button {...trigger} type="button" class={cl('menuButton', 'menuButtonEllipsis', `menuButton__${id}`)} aria-label={label}>
          <Icon name="dots" />
        </button>
      )}
    >
      {close =>
        actions.map(action => (
          <button
            key={action.label}
            type="button"
            role="menuitem"
            class={`${cl('menuItem', `menuItem__${id}`)}${action.destructive ? ' f-destructive' : ''}`}
            onClick={() => {
              close();
              action.onClick();
            }}
          >
            {action.label}
          </button>
        ))
      }
    </Popover>
  );
}
