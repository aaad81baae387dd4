// @vitest-environment happy-dom
import type { ClerkPaginationParams } from '@foyer/js/types';
import { act, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithClerk } from '../testing/render.tsx';
import type { PagesParams, PaginatedResources } from './pages.ts';
import { usePages } from './use-pages.ts';

/** A list of 25 numbers, ten a page. */
const numbers = ({ initialPage = 1, pageSize = 10 }: ClerkPaginationParams) =>
  Promise.resolve({ data: Array.from({ length: 25 }, (_, index) => index).slice((initialPage - 1) * pageSize, initialPage * pageSize), total_count: 25 });

async function renderPages(params: PagesParams | undefined, fetch = vi.fn(numbers)) {
  let pages: PaginatedResources<number> | undefined;
  const Call = ({ owner, params }: { owner?: string; params: PagesParams | undefined }): ReactNode => ((pages = usePages(owner, params, fetch)), null);
  const page = await renderWithClerk(<Call owner="a" params={params} />);
  const now = () => {
    if (!pages) throw new Error('The hook has not run.');
    return pages;
  };
  return { fetch, now, ask: (owner: string | undefined, next: PagesParams | undefined = params) => page.rerender(<Call owner={owner} params={next} />) };
}

describe('usePages', () => {
  it('fetches nothing until it is asked to', async () => {
    const { fetch, now } = await renderPages(undefined);
    expect(fetch).not.toHaveBeenCalled();
    expect(now()).toMatchObject({ data: [], isLoading: false, isFetching: false });
  });

  it('walks through the pages and stops at both ends', async () => {
    const { now } = await renderPages(true);
    expect(now()).toMatchObject({ count: 25, page: 1, pageCount: 3, hasNextPage: true, hasPreviousPage: false, isLoading: false });
    for (let turn = 0; turn < 4; turn += 1) await act(async () => now().fetchNext());
    expect(now()).toMatchObject({ data: [20, 21, 22, 23, 24], page: 3, hasNextPage: false, hasPreviousPage: true });
    for (let turn = 0; turn < 4; turn += 1) await act(async () => now().fetchPrevious());
    expect(now().page).toBe(1);
  });

  it('adds up pages when it is infinite', async () => {
    const { now } = await renderPages({ infinite: true });
    await act(async () => now().fetchNext());
    expect(now().data).toHaveLength(20);
  });

  it('fetches all pages of an infinite list again', async () => {
    const { fetch, now } = await renderPages({ infinite: true });
    await act(async () => now().fetchNext());
    fetch.mockClear();
    await act(async () => now().revalidate());
    expect(fetch.mock.calls.map(([params]) => params.initialPage)).toEqual([1, 2]);
    expect(now().data).toHaveLength(20);
  });

  it('goes to a page by its number, or from the present one', async () => {
    const { now } = await renderPages(true);
    await act(async () => now().fetchPage(3));
    expect(now().page).toBe(3);
    await act(async () => now().fetchPage((page) => page - 1));
    expect(now().page).toBe(2);
  });

  it('takes changed data, without asking the server', async () => {
    const { fetch, now } = await renderPages({ pageSize: 2 });
    fetch.mockClear();
    await act(async () => now().setData((page) => page && { ...page, data: page.data.map((number) => number + 100) }));
    expect(now()).toMatchObject({ data: [100, 101], count: 25 });
    await act(async () => now().setData({ data: [7], total_count: 1 }));
    expect(now()).toMatchObject({ data: [7], count: 1, pageCount: 1 });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('does not fetch again for the same question, but does for another', async () => {
    const { fetch, ask, now } = await renderPages({ pageSize: 5 });
    fetch.mockClear();
    await ask('a', { pageSize: 5 });
    expect(fetch).not.toHaveBeenCalled();
    await act(async () => now().fetchNext());
    await ask('b');
    expect(fetch).toHaveBeenLastCalledWith({ initialPage: 1, pageSize: 5 });
    expect(now().page).toBe(1);
  });

  it('reports a failure and recovers from it', async () => {
    const fetch = vi.fn(numbers).mockRejectedValue(new Error('gone'));
    const { now } = await renderPages(true, fetch);
    expect(now()).toMatchObject({ isError: true, error: { message: 'gone' }, data: [], isLoading: false });
    fetch.mockImplementation(numbers);
    await act(async () => now().revalidate());
    expect(now()).toMatchObject({ isError: false, error: null, count: 25 });
  });
});
