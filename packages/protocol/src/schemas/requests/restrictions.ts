/** Parameters of the allowlist and the blocklist. */
import { type Static, Type } from 'typebox';
import { Flag, Text } from '../parts.ts';
import { bodyParams, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const ListAllowlistIdentifiersQuery = queryParams('ListAllowlistIdentifiersQuery', { ...PaginatedFlag, ...Pagination });
export type ListAllowlistIdentifiersQuery = Static<typeof ListAllowlistIdentifiersQuery>;

export const CreateAllowlistIdentifierParams = bodyParams('CreateAllowlistIdentifierParams', {
  identifier: Text,
  notify: Type.Optional(Flag),
});
export type CreateAllowlistIdentifierParams = Static<typeof CreateAllowlistIdentifierParams>;

export const CreateBlocklistIdentifierParams = bodyParams('CreateBlocklistIdentifierParams', { identifier: Text });
export type CreateBlocklistIdentifierParams = Static<typeof CreateBlocklistIdentifierParams>;
