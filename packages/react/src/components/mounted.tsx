/** A place on the page in which the Clerk object draws one of the prebuilt components. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useClerkState } from '../context.ts';

export type MountedName =
  | 'SignIn' | 'SignUp' | 'UserButton' | 'UserProfile' | 'UserAvatar' | 'Waitlist'
  | 'TaskChooseOrganization' | 'TaskResetPassword' | 'TaskSetupMFA';

export interface FallbackProp {
  /** Shown until the component has been drawn. */
  fallback?: ReactNode;
}

interface Props extends FallbackProp {
  name: MountedName;
  /** The component's own properties. */
  props: object;
}

type Mount = (node: HTMLDivElement, props?: object) => void;

export function Mounted({ name, props, fallback }: Props): ReactNode {
  const { clerk } = useClerkState(`<${name}>`);
  const node = useRef<HTMLDivElement>(null);
  const drawnProps = useRef(props);
  const isDrawn = useIsDrawn(node);

  useEffect(() => {
    const element = node.current;
    if (!element) return undefined;
    const mount: Mount = clerk[`mount${name}`];
    const unmount = clerk[`unmount${name}`];
    mount(element, drawnProps.current);
    return () => unmount(element);
  }, [clerk, name]);

  useEffect(() => {
    if (!node.current || isShallowEqual(drawnProps.current, props)) return;
    drawnProps.current = props;
    clerk.__unstable__updateProps?.({ node: node.current, props });
  });

  return (
    <>
      {!isDrawn && fallback}
      <div ref={node} data-clerk-component={name} />
    </>
  );
}

/** Whether something has been put into the element. */
function useIsDrawn(node: RefObject<HTMLDivElement | null>): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    const element = node.current;
    if (!element) return undefined;
    const observer = new MutationObserver(() => setIsDrawn(element.childElementCount > 0));
    observer.observe(element, { childList: true });
    return () => observer.disconnect();
  }, [node]);
  return isDrawn;
}

function isShallowEqual(a: object, b: object): boolean {
  const before = Object.entries(a);
  return before.length === Object.keys(b).length && before.every(([key, value]) => Object.is(value, Reflect.get(b, key)));
}
