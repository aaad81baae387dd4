import type { ReactNode } from 'react';
import type { UserProfileProps } from '@foyer/js/types';
import { elementsOf, useCustomPages, type CustomItemProps } from './custom-items.tsx';
import { Mounted, type FallbackProp } from './mounted.tsx';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Props = DistributiveOmit<UserProfileProps, 'customPages'> & FallbackProp & { children?: ReactNode };

/** Told to the profile rather than drawn here. */
function Page(_props: Pick<CustomItemProps, 'label' | 'labelIcon' | 'url' | 'children'>): ReactNode {
  return null;
}

function Link(_props: Required<Pick<CustomItemProps, 'label' | 'labelIcon' | 'url'>>): ReactNode {
  return null;
}

function UserProfileRoot({ children, fallback, ...props }: Props): ReactNode {
  const pages = useCustomPages(elementsOf(children, [Page, Link]));
  const customized = { ...props, ...(pages.items.length > 0 && { customPages: pages.items }) };
  return (
    <>
      <Mounted name="UserProfile" props={customized} fallback={fallback} />
      {pages.portals}
    </>
  );
}

/** Where people look after their account. Children add pages. Docs: reference/components/user/user-profile. */
export const UserProfile = Object.assign(UserProfileRoot, { Page, Link });
