import { useEffect, useRef } from 'preact/hooks';

/** A place for content that the app draws itself: a custom page, an icon. Our styles keep away from it. */
export function Mounted({ mount, unmount, class: className }: {
  mount?: ((element: HTMLDivElement) => void) | undefined;
  unmount?: ((element?: HTMLDivElement) => void) | undefined;
  class?: string;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    mount?.(element);
    return () => unmount?.(element);
  }, [mount, unmount]);
  return <div ref={place} class={className} data-foyer-slot />;
}
