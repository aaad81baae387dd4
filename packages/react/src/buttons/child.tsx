import { Children, cloneElement, isValidElement, type MouseEvent, type ReactElement, type ReactNode } from 'react';

type Clickable = ReactElement<{ onClick?: (event: MouseEvent) => unknown }>;

/**
 * The one child of a button component, which then also does `act` when it is clicked; text becomes a button.
 * @param caller what to name in the error, e.g. `<SignInButton>`
 * @throws when there are several children
 */
export function clickable(caller: string, children: ReactNode, label: string, rest: object, act: () => unknown): ReactElement {
  const given = children ?? label;
  if (Children.count(given) !== 1) throw new Error(`${caller} takes one child: the element that is to be clicked.`);
  const child = (isValidElement(given) ? given : <button type="button">{given}</button>) as Clickable;
  const onClick = async (event: MouseEvent) => {
    await child.props.onClick?.(event);
    await act();
  };
  return cloneElement(child, { ...rest, onClick });
}
