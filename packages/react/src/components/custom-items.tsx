/** Pages and menu items that an application adds to the prebuilt components, written as children. */
import { Children, isValidElement, useMemo, useRef, type ComponentType, type ReactElement, type ReactNode } from 'react';
import type { CustomMenuItem, CustomPage } from '@foyer/js/types';
import { usePortals, type Portals } from './portals.tsx';

export interface CustomItemProps {
  /** Text of the entry. That of a built-in entry (`account`, `security`, `manageAccount`, `signOut`) moves it here. */
  label: string;
  labelIcon?: ReactNode;
  /** Path of a page, or address of a link. */
  url?: string;
  /** Address of a link in the menu. */
  href?: string;
  /** Page of the profile that a menu item opens. */
  open?: string;
  onClick?: () => void;
  /** What stands on a page. */
  children?: ReactNode;
}

/** The elements of one of these types among the children. */
export function elementsOf(children: ReactNode, types: ComponentType<never>[]): ReactElement<CustomItemProps>[] {
  return Children.toArray(children).filter(
    (child): child is ReactElement<CustomItemProps> => isValidElement(child) && types.includes(child.type as ComponentType<never>),
  );
}

/** What the prebuilt component is told, and the portals that have to stand beside it. */
interface Custom<Item> {
  items: Item[];
  portals: ReactNode;
}

export function useCustomPages(elements: ReactElement<CustomItemProps>[]): Custom<CustomPage> {
  return useCustom(elements, ({ label, url, labelIcon, children }, portals) => ({
    label,
    url,
    ...(labelIcon && iconHost(portals.host(`${label} icon`))),
    ...(children && portals.host(label)),
  }));
}

export function useCustomMenuItems(elements: ReactElement<CustomItemProps>[]): Custom<CustomMenuItem> {
  return useCustom(elements, ({ label, href, open, onClick, labelIcon }, portals) => ({
    label,
    href,
    open,
    onClick,
    ...(labelIcon && iconHost(portals.host(`${label} icon`))),
  }));
}

function iconHost({ mount, unmount }: ReturnType<Portals['host']>): Pick<CustomPage, 'mountIcon' | 'unmountIcon'> {
  return { mountIcon: mount, unmountIcon: unmount };
}

/** Items keep their identity while they say the same, so that rendering again does not draw the component anew. */
function useCustom<Item>(elements: ReactElement<CustomItemProps>[], describe: (props: CustomItemProps, portals: Portals) => Item): Custom<Item> {
  const portals = usePortals();
  const latest = useRef(elements);
  latest.current = elements;
  const signature = JSON.stringify(elements.map(({ props: { label, url, href, open, onClick, labelIcon, children } }) =>
    [label, url, href, open, Boolean(onClick), Boolean(labelIcon), Boolean(children)]));

  const items = useMemo(
    () => latest.current.map(({ props }, index) => {
      const onClick = props.onClick && (() => latest.current[index]?.props.onClick?.());
      return describe({ ...props, onClick }, portals);
    }),
    [signature],
  );
  const drawn = elements.flatMap(({ props: { label, labelIcon, children } }) => [portals.draw(`${label} icon`, labelIcon), portals.draw(label, children)]);
  return { items, portals: drawn };
}
