import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ClerkAPIResponseError } from '@foyer/js/errors';
import type { ClerkPaginatedResponse, ClerkPaginationParams } from '@foyer/js/types';
import type { PagesParams, PaginatedResources } from './pages.ts';

type Page<T> = ClerkPaginatedResponse<T>;
type Pages<T> = Record<number, Page<T> | undefined>;

const PAGE_SIZE = 10;

/**
 * A list of the server, page by page.
 * @param owner whose list it is; another one starts anew, none fetches nothing
 * @param params what to fetch, or nothing to stay idle
 */
export function usePages<T, Infinite = false>(
  owner: string | undefined,
  params: PagesParams | undefined,
  fetch: ((params: ClerkPaginationParams) => Promise<Page<T>>) | undefined,
): PaginatedResources<T, Infinite> {
  const given: Partial<Exclude<PagesParams, true>> = params === true || !params ? {} : params;
  const { initialPage = 1, pageSize = PAGE_SIZE, infinite = false, keepPreviousData = false, ...filter } = given;
  // Params are mostly written inline: only what they say decides, not which object says it.
  const question = params && fetch && owner ? JSON.stringify([owner, initialPage, pageSize, filter]) : undefined;
  const [{ page, asked }, turn] = useState<{ page: number; asked: string | undefined }>({ page: initialPage, asked: question });
  const current = asked === question ? page : initialPage;
  const [fetched, setFetched] = useState<{ question: string | undefined; pages: Pages<T> }>({ question, pages: {} });
  const [outcome, setOutcome] = useState<{ isFetching: boolean; error: ClerkAPIResponseError | null }>({ isFetching: false, error: null });

  /** Changes the pages of the present question. */
  const change = useCallback(
    (update: (pages: Pages<T>) => Pages<T>) => setFetched((before) => ({ question, pages: update(before.question === question ? before.pages : {}) })),
    [question],
  );

  const load = useCallback(async (wanted: number[], isStillWanted: () => boolean = () => true) => {
    if (!question || !fetch) return;
    setOutcome({ isFetching: true, error: null });
    try {
      const answers = await Promise.all(wanted.map((number) => fetch({ ...filter, initialPage: number, pageSize })));
      if (!isStillWanted()) return;
      change((pages) => ({ ...pages, ...Object.fromEntries(wanted.map((number, index) => [number, answers[index]])) }));
      setOutcome({ isFetching: false, error: null });
    } catch (error) {
      // What a list call is refused with; whatever else it may be has a message as well.
      if (isStillWanted()) setOutcome({ isFetching: false, error: error as ClerkAPIResponseError });
    }
    // `fetch` and `filter` are new at each render; the question holds what matters of them.
  }, [question, pageSize, change]);

  useEffect(() => {
    let wanted = true;
    void load([current], () => wanted);
    return () => {
      wanted = false;
    };
  }, [load, current]);

  return useMemo(() => {
    const pages = fetched.question === question ? fetched.pages : {};
    const numbers = Object.keys(pages).map(Number);
    const count = (pages[current] ?? Object.values(pages).at(-1))?.total_count ?? 0;
    const pageCount = Math.max(0, Math.ceil((count - (initialPage - 1) * pageSize) / pageSize));
    const lastPage = initialPage + pageCount - 1;
    const shown = pages[current] ?? (keepPreviousData ? pages[current - 1] ?? pages[current + 1] : undefined);
    const goTo = (next: number) => turn({ page: Math.max(1, next), asked: question });
    const setPage = async (next?: Settable<Page<T>>) => {
      const value = await resolve(next, pages[current]);
      change((before) => ({ ...before, [current]: value }));
      return value;
    };
    const setPages = async (next?: Settable<(Page<T> | undefined)[]>) => {
      const value = await resolve(next, numbers.map((number) => pages[number]));
      change(() => Object.fromEntries((value ?? []).map((page, index) => [initialPage + index, page])));
      return value;
    };
    return {
      ...outcome,
      data: infinite ? Object.values(pages).flatMap((page) => page?.data ?? []) : shown?.data ?? [],
      count,
      isError: outcome.error !== null,
      isLoading: Boolean(question) && outcome.error === null && numbers.length === 0,
      page: current,
      pageCount,
      hasNextPage: current < lastPage,
      hasPreviousPage: current > initialPage,
      fetchPage: (next) => goTo(typeof next === 'function' ? next(current) : next),
      fetchNext: () => goTo(Math.min(lastPage, current + 1)),
      fetchPrevious: () => goTo(Math.max(initialPage, current - 1)),
      revalidate: () => load(infinite && numbers.length > 0 ? numbers : [current]),
      setData: (infinite ? setPages : setPage) as PaginatedResources<T, Infinite>['setData'],
    };
  }, [fetched, outcome, question, current, initialPage, pageSize, infinite, keepPreviousData, load, change]);
}

type Settable<Data> = Data | undefined | ((present?: Data) => Promise<Data | undefined> | Data | undefined);

async function resolve<Data>(next: Settable<Data>, present: Data | undefined): Promise<Data | undefined> {
  return typeof next === 'function' ? (next as (present?: Data) => Promise<Data | undefined> | Data | undefined)(present) : next;
}
