/** URLs of the app, the account portal and the Frontend API, relative to this page. */
import { toSnakeCase } from '../core/case.ts';

/** Resolves a URL or path against this page. */
export function toUrl(url: string | URL): URL {
  return new URL(url, window.location.href);
}

/** The URL as a router of this page wants it: without the origin. */
export function stripOrigin(url: URL): string {
  return url.pathname + url.search + url.hash;
}

/**
 * Puts parameters behind the `#` of a URL: they are for the components on that page, not for its server.
 * Empty ones are left out.
 */
export function withHashParams(url: string, params: Record<string, string | null | undefined>, path = ''): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value ? [[toSnakeCase(name), value]] : []));
  const query = new URLSearchParams(given).toString();
  const target = toUrl(url);
  if (path || query) target.hash = `/${path}${query && `?${query}`}`;
  return target.href;
}

/** Search parameters of this page, together with those behind its `#` (components keep theirs there). */
export function pageParams(): URLSearchParams {
  const { searchParams, hash } = new URL(window.location.href);
  const inHash = hash.indexOf('?');
  if (inHash >= 0) for (const [name, value] of new URLSearchParams(hash.slice(inHash))) searchParams.set(name, value);
  return searchParams;
}

/** Removes parameters from the address bar, without a navigation. */
export function removePageParams(names: readonly string[]): void {
  const url = new URL(window.location.href);
  if (!names.some((name) => url.searchParams.has(name))) return;
  for (const name of names) url.searchParams.delete(name);
  window.history.replaceState(window.history.state, '', url);
}
