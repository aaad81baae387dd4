/** Parameters of redirect URLs. */
import { type Static, Type } from 'typebox';
import { bodyParams, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const CreateRedirectUrlParams = bodyParams('CreateRedirectURLParams', {
  url: Type.String({ description: 'An https:// address, or one with the scheme of an app: my-app://oauth-callback.' }),
});
export type CreateRedirectUrlParams = Static<typeof CreateRedirectUrlParams>;

export const ListRedirectUrlsQuery = queryParams('ListRedirectURLsQuery', { ...PaginatedFlag, ...Pagination });
export type ListRedirectUrlsQuery = Static<typeof ListRedirectUrlsQuery>;
