import { useMemo, type ReactNode } from 'react';
import type { UserButtonProps } from '@foyer/js/types';
import { elementsOf, useCustomMenuItems, useCustomPages, type CustomItemProps } from './custom-items.tsx';
import { Mounted, type FallbackProp } from './mounted.tsx';

type Props = Omit<UserButtonProps, 'customMenuItems'> & FallbackProp & { children?: ReactNode };

/** Told to the menu rather than drawn here. */
function MenuItems(_props: { children: ReactNode }): ReactNode {
  return null;
}

function Action(_props: Pick<CustomItemProps, 'label' | 'labelIcon' | 'open' | 'onClick'>): ReactNode {
  return null;
}

function Link(_props: Required<Pick<CustomItemProps, 'label' | 'labelIcon' | 'href'>>): ReactNode {
  return null;
}

function UserProfilePage(_props: Pick<CustomItemProps, 'label' | 'labelIcon' | 'url' | 'children'>): ReactNode {
  return null;
}

function UserProfileLink(_props: Required<Pick<CustomItemProps, 'label' | 'labelIcon' | 'url'>>): ReactNode {
  return null;
}

function UserButtonRoot({ children, fallback, ...props }: Props): ReactNode {
  const menuChildren = elementsOf(children, [MenuItems]).flatMap((menu) => elementsOf(menu.props.children, [Action, Link]));
  const menu = useCustomMenuItems(menuChildren);
  const pages = useCustomPages(elementsOf(children, [UserProfilePage, UserProfileLink]));
  const userProfileProps = useMemo(
    () => (pages.items.length > 0 ? { ...props.userProfileProps, customPages: pages.items } : props.userProfileProps),
    [props.userProfileProps, pages.items],
  );
  const customized = { ...props, userProfileProps, ...(menu.items.length > 0 && { customMenuItems: menu.items }) };
  return (
    <>
      <Mounted name="UserButton" props={customized} fallback={fallback} />
      {menu.portals}
      {pages.portals}
    </>
  );
}

/**
 * The user's picture, which opens a menu with their accounts. Children add entries to the menu and
 * pages to the profile. Docs: reference/components/user/user-button.
 */
export const UserButton = Object.assign(UserButtonRoot, { MenuItems, Action, Link, UserProfilePage, UserProfileLink });
