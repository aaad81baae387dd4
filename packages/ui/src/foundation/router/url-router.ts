import { trimSlashes, type Router } from './router.ts';

/** Parameters that stay in the URL from step to step: where to go afterwards. */
const keptParameters = [
  'redirect_url',
  'sign_in_force_redirect_url',
  'sign_in_fallback_redirect_url',
  'sign_up_force_redirect_url',
  'sign_up_fallback_redirect_url',
  'after_sign_in_url',
  'after_sign_up_url',
];

/** Goes to a page through the app's own router. */
export type Navigate = (to: string, options?: { replace?: boolean }) => Promise<unknown> | void;

/**
 * Keeps the path in the URL, and never reloads the page.
 *
 * @param base mount path (`/sign-in`) to route below it; undefined to route in the hash (`#/factor-one`).
 * @param navigate moves by the app's router, if it has one: it must know of new paths. Hashes are the browser's own.
 */
export function createUrlRouter(base: string | undefined, navigate?: Navigate): Router {
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const root = base === undefined ? undefined : `/${trimSlashes(base)}`;

  const hashParts = () => {
    const [path = '', search = ''] = location.hash.replace(/^#/, '').split('?');
    return { path, search };
  };
  const path = () => {
    if (root === undefined) return trimSlashes(hashParts().path);
    return isBelow(root) ? trimSlashes(location.pathname.slice(root.length)) : '';
  };
  const query = () => {
    const merged = new URLSearchParams(location.search);
    if (root === undefined) for (const [name, value] of new URLSearchParams(hashParts().search)) merged.set(name, value);
    return merged;
  };
  const href = (to: string) => {
    const kept = new URLSearchParams();
    for (const [name, value] of query()) if (keptParameters.includes(name)) kept.set(name, value);
    const tail = trimSlashes(to);
    if (root === undefined) {
      // What the page itself has in its query stays there; the rest rides in the hash.
      for (const name of new URLSearchParams(location.search).keys()) kept.delete(name);
      const search = kept.size ? `?${kept}` : '';
      return `${location.pathname}${location.search}#/${tail}${search}`;
    }
    return `${tail ? `${root === '/' ? '' : root}/${tail}` : root}${kept.size ? `?${kept}` : ''}`;
  };

  // Links from elsewhere (`clerk.buildSignInUrl()`) have step and parameters in the hash: they fit every way of routing.
  if (root !== undefined && isBelow(root) && location.hash.startsWith('#/')) {
    const fromHash = hashParts();
    const merged = new URLSearchParams(location.search);
    for (const [name, value] of new URLSearchParams(fromHash.search)) merged.set(name, value);
    const tail = path() || trimSlashes(fromHash.path);
    const pathname = tail ? `${root === '/' ? '' : root}/${tail}` : location.pathname;
    history.replaceState(history.state, '', pathname + (merged.size ? `?${merged}` : ''));
  }

  const move = (target: string, replace = false) => {
    if (root === undefined) return replace ? location.replace(target) : location.assign(target);
    if (navigate) return navigate(target, { replace });
    return replace ? history.replaceState(history.state, '', target) : history.pushState(null, '', target);
  };

  return {
    get path() {
      return path();
    },
    get query() {
      return query();
    },
    href,
    url: to => new URL(href(to), location.href).href,
    async go(to, options) {
      const target = href(to);
      if (target !== location.pathname + location.search + location.hash) await move(target, options?.replace);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        addEventListener('popstate', changed);
        addEventListener('hashchange', changed);
        navigationEvents()?.addEventListener('currententrychange', changed);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size) return;
        removeEventListener('popstate', changed);
        removeEventListener('hashchange', changed);
        navigationEvents()?.removeEventListener('currententrychange', changed);
      };
    },
  };
}

/** Whether this page is the mount path or below it. */
const isBelow = (root: string) => location.pathname === root || location.pathname.startsWith(root === '/' ? root : `${root}/`);

/** The Navigation API, where the browser has it, also tells of `history.pushState` by the app's own router. */
const navigationEvents = () => (window as { navigation?: EventTarget }).navigation;
