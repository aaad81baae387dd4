/** Parameter types shared by the endpoints. */
import type { PaginatedResourceResponse } from '../../resources/index.ts';

/** `limit`: 1 to 500, 10 unless given; `offset`: 0 unless given. */
export type ClerkPaginationRequest<T = object> = { limit?: number; offset?: number } & T;

/** A field to order by: ascending with `+` or nothing before it, descending with `-`. */
export type WithSign<T extends string> = `+${T}` | `-${T}` | T;

export type Page<T> = PaginatedResourceResponse<T[]>;
