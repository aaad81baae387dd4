/** What hooks that fetch lists take and return. Docs: reference/hooks/use-organization#paginated-resources. */
import type { ClerkAPIResponseError } from '@foyer/js/errors';
import type { ClerkPaginatedResponse, ClerkPaginationParams } from '@foyer/js/types';

/** How a list is fetched; `true` stands for all defaults. */
export type PagesParams<Filter = unknown> = true | (ClerkPaginationParams & Filter & {
  /** Keeps the pages fetched before and adds the next one to them. */
  infinite?: boolean;
  /** Shows the former page until the new one is there. */
  keepPreviousData?: boolean;
});

/** A value, or how to come from the present one to the next. */
type ValueOrSetter<Value> = (next: Value | ((present: Value) => Value)) => void;

/** The same, for what was fetched; answers what it came to. */
type CacheSetter<Data> = (
  next?: Data | ((present?: Data) => Promise<Data | undefined> | Data | undefined),
) => Promise<Data | undefined>;

export interface PaginatedResources<T = unknown, Infinite = false> {
  data: T[];
  /** How many there are on the server. */
  count: number;
  error: ClerkAPIResponseError | null;
  isError: boolean;
  /** The first fetch is under way. */
  isLoading: boolean;
  isFetching: boolean;
  page: number;
  pageCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  fetchPage: ValueOrSetter<number>;
  fetchNext: () => void;
  fetchPrevious: () => void;
  /** Fetches the present page again, or all of an infinite list. */
  revalidate: () => Promise<void>;
  /** Changes what was fetched, without asking the server: the present page, or the pages of an infinite list. */
  setData: Infinite extends true
    ? CacheSetter<(ClerkPaginatedResponse<T> | undefined)[]>
    : CacheSetter<ClerkPaginatedResponse<T> | undefined>;
}

/** Whether the list was asked for as an infinite one. */
export type IsInfinite<Params> = Params extends { infinite: true } ? true : false;

/** A list as long as it is not known whose it would be: nothing is there, and nothing is under way. */
export type UnknownPages<T> = { [Key in keyof PaginatedResources<T>]: PaginatedResources<T>[Key] extends boolean ? false : undefined };

export const UNKNOWN_PAGES: UnknownPages<never> = {
  data: undefined,
  count: undefined,
  error: undefined,
  isError: false,
  isLoading: false,
  isFetching: false,
  page: undefined,
  pageCount: undefined,
  hasNextPage: false,
  hasPreviousPage: false,
  fetchPage: undefined,
  fetchNext: undefined,
  fetchPrevious: undefined,
  revalidate: undefined,
  setData: undefined,
};
