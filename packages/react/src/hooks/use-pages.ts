import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClerkPaginatedResponse, ClerkPaginationParams } from '@foyer/js/types';

/** How a list is fetched; `true` stands for all defaults. */
export type PagesParams<Filter = unknown> = true | (ClerkPaginationParams & Filter & {
  /** Keeps the pages fetched before and adds the next one to them. */
  infinite?: boolean;
  /** Shows the former page until the new one is there. */
  keepPreviousData?: boolean;
});

export interface PaginatedResources<T> {
  data: T[];
  /** How many there are on the server. */
  count: number;
  error: Error | null;
  isError: boolean;
  /** The first fetch is under way. */
  isLoading: boolean;
  isFetching: boolean;
  page: number;
  pageCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  fetchPage: (page: number) => void;
  fetchNext: () => void;
  fetchPrevious: () => void;
  /** Fetches the present page again. */
  revalidate: () => Promise<void>;
}

type Fetch<T> = (params: ClerkPaginationParams) => Promise<ClerkPaginatedResponse<T>>;

interface Fetched<T> {
  pages: Record<number, T[]>;
  count: number;
}

const PAGE_SIZE = 10;

/**
 * A list of the server, page by page.
 * @param owner whose list it is; another one starts anew, none fetches nothing
 * @param params what to fetch, or nothing to stay idle
 */
export function usePages<T, Filter>(owner: string | undefined, params: PagesParams<Filter> | undefined, fetch: Fetch<T> | undefined): PaginatedResources<T> {
  const given: Partial<Exclude<PagesParams<unknown>, true>> = params === true || !params ? {} : params;
  const { initialPage = 1, pageSize = PAGE_SIZE, infinite = false, keepPreviousData = false, ...filter } = given;
  // Params are mostly written inline: only what they say decides, not which object says it.
  const question = params && fetch && owner ? JSON.stringify([owner, initialPage, pageSize, filter]) : undefined;
  const [{ page, asked }, turn] = useState<{ page: number; asked: string | undefined }>({ page: initialPage, asked: question });
  const current = asked === question ? page : initialPage;
  const [fetched, setFetched] = useState<Fetched<T> & { question: string | undefined }>({ pages: {}, count: 0, question });
  const [outcome, setOutcome] = useState<{ isFetching: boolean; error: Error | null }>({ isFetching: false, error: null });

  const load = useCallback(async (isWanted: () => boolean = () => true) => {
    if (!question || !fetch) return;
    setOutcome({ isFetching: true, error: null });
    try {
      const { data, total_count: count } = await fetch({ ...filter, initialPage: current, pageSize });
      if (!isWanted()) return;
      setFetched((before) => ({ question, count, pages: { ...(before.question === question ? before.pages : {}), [current]: data } }));
      setOutcome({ isFetching: false, error: null });
    } catch (error) {
      if (isWanted()) setOutcome({ isFetching: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
    // `fetch` and `filter` are new at each render; the question holds what matters of them.
  }, [question, current, pageSize]);

  useEffect(() => {
    let wanted = true;
    void load(() => wanted);
    return () => {
      wanted = false;
    };
  }, [load]);

  return useMemo(() => {
    const isCurrent = fetched.question === question;
    const pages = isCurrent ? fetched.pages : {};
    const count = isCurrent ? fetched.count : 0;
    const pageCount = Math.max(0, Math.ceil((count - (initialPage - 1) * pageSize) / pageSize));
    const lastPage = initialPage + pageCount - 1;
    const shown = pages[current] ?? (keepPreviousData ? pages[current - 1] ?? pages[current + 1] : undefined);
    const fetchPage = (next: number) => turn({ page: Math.max(1, next), asked: question });
    return {
      ...outcome,
      data: infinite ? Object.values(pages).flat() : shown ?? [],
      count,
      isError: outcome.error !== null,
      isLoading: Boolean(question) && outcome.error === null && Object.keys(pages).length === 0,
      page: current,
      pageCount,
      hasNextPage: current < lastPage,
      hasPreviousPage: current > initialPage,
      fetchPage,
      fetchNext: () => fetchPage(Math.min(lastPage, current + 1)),
      fetchPrevious: () => fetchPage(Math.max(initialPage, current - 1)),
      revalidate: () => load(),
    };
  }, [fetched, outcome, question, current, initialPage, pageSize, infinite, keepPreviousData, load]);
}
