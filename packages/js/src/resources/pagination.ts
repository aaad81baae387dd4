import type { Params } from '../core/form.ts';
import type { Send } from '../core/send.ts';
import type { ClerkPaginatedResponse, ClerkPaginationParams } from '../types/common.ts';

/** Pages, counted from 1, → `limit` and `offset`; other filters pass through. */
export function toPageSearch({ initialPage = 1, pageSize = 10, ...filters }: ClerkPaginationParams & Params = {}): Params {
  return { ...filters, limit: pageSize, offset: (initialPage - 1) * pageSize };
}

/** Fetches one page of a list and makes resources of it. */
export async function getPage<Json, Item>(
  send: Send,
  path: string,
  search: Params,
  create: (json: Json) => Item,
): Promise<ClerkPaginatedResponse<Item>> {
  const page = (await send({ path, search })) as ClerkPaginatedResponse<Json> | null;
  return { data: (page?.data ?? []).map(create), total_count: page?.total_count ?? 0 };
}
