import { trimSlashes, type Router } from './router.ts';

/** Keeps the path in memory: modals do not touch the page's URL. */
export function createVirtualRouter(start = ''): Router {
  const listeners = new Set<() => void>();
  let path = trimSlashes(start);
  return {
    get path() {
      return path;
    },
    query: new URLSearchParams(location.search),
    async go(to) {
      path = trimSlashes(to);
      for (const listener of listeners) listener();
    },
    href: () => '#',
    url: () => location.href,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
