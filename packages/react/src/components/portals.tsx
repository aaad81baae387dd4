/** React content inside the prebuilt components: they hand out elements, and portals draw into those. */
import { useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** Told by a prebuilt component that an element is there to be drawn into, or is gone. */
export interface PortalHost {
  mount: (element: HTMLDivElement) => void;
  unmount: () => void;
}

export interface Portals {
  /** The same host for the same key each time. */
  host: (key: string) => PortalHost;
  /** The content in its element, if that is there. */
  draw: (key: string, content: ReactNode) => ReactNode;
}

export function usePortals(): Portals {
  const [elements, setElements] = useState<Readonly<Record<string, HTMLDivElement>>>({});
  const hosts = useRef(new Map<string, PortalHost>());

  const host = (key: string): PortalHost => {
    const known = hosts.current.get(key);
    if (known) return known;
    const made: PortalHost = {
      mount: (element) => setElements((before) => ({ ...before, [key]: element })),
      unmount: () => setElements(({ [key]: _gone, ...rest }) => rest),
    };
    hosts.current.set(key, made);
    return made;
  };

  const draw = (key: string, content: ReactNode): ReactNode => {
    const element = elements[key];
    return element ? createPortal(content, element, key) : null;
  };

  return { host, draw };
}
