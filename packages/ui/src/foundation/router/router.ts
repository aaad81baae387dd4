/**
 * Where a component is within itself: a list of path segments below its mount point, kept in the URL's path, in its
 * hash, or only in memory (modals).
 */
export interface Router {
  /** Path below the mount point, without slashes at its ends: `''`, `factor-one`, `create/verify-email-address`. */
  readonly path: string;
  /** Query parameters of the page, and of the hash when routing by hash. */
  readonly query: URLSearchParams;
  /** Goes to a path below the mount point. `replace` leaves no history entry. */
  go(path: string, options?: { replace?: boolean }): Promise<void>;
  /** Link target for a path below the mount point. */
  href(path: string): string;
  /** Absolute URL of a path below the mount point, for redirects that come back here. */
  url(path: string): string;
  /** Calls back whenever `path` may have changed. Answers how to stop. */
  subscribe(listener: () => void): () => void;
}

export const trimSlashes = (path: string) => path.replace(/^\/+|\/+$/g, '');
