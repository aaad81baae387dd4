/** Parameters of JWT templates. */
import { type Static, Type } from 'typebox';
import { Flag, nullable, Text } from '../parts.ts';
import { bodyParams, JsonObject, MaybeText, PaginatedFlag, Pagination, queryParams } from './parts.ts';

export const JwtTemplateParams = bodyParams('JWTTemplateParams', {
  name: Text,
  claims: JsonObject,
  lifetime: Type.Optional(nullable(Type.Integer({ minimum: 30, maximum: 315_360_000, description: 'Seconds; 60 unless told otherwise.' }))),
  allowed_clock_skew: Type.Optional(nullable(Type.Integer({ minimum: 0, maximum: 300, description: 'Seconds; 5 unless told otherwise.' }))),
  custom_signing_key: Type.Optional(Flag),
  signing_algorithm: MaybeText,
  signing_key: MaybeText,
});
export type JwtTemplateParams = Static<typeof JwtTemplateParams>;

export const ListJwtTemplatesQuery = queryParams('ListJWTTemplatesQuery', { ...PaginatedFlag, ...Pagination });
export type ListJwtTemplatesQuery = Static<typeof ListJwtTemplatesQuery>;
