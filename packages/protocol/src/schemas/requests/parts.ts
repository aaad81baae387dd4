/** Building blocks of request schemas. Bodies and queries are closed: an unknown parameter is refused. */
import Type, { type TProperties } from 'typebox';
import { Flag, nullable, resource, Text } from '../parts.ts';

export { resource };

/** Optional, and `null` means the same as absent. */
export const MaybeText = Type.Optional(nullable(Text));
export const MaybeFlag = Type.Optional(nullable(Flag));

/** JSON object that a form carries as JSON text; {@link decodeForm} reads it. */
export const JsonObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
export const MaybeJsonObject = Type.Optional(nullable(JsonObject));

export const NoParams = <const Title extends string>(title: Title) => resource(title, {});

/** Browser SDKs name the session that a call is for. */
export const SessionQuery = { _clerk_session_id: Type.Optional(Text) } satisfies TProperties;

/** Bounds of every list of the Backend API. */
export const Pagination = {
  limit: Type.Integer({ default: 10, minimum: 1, maximum: 500 }),
  offset: Type.Integer({ default: 0, minimum: 0 }),
} satisfies TProperties;

export const PaginatedFlag = { paginated: Type.Optional(Flag) } satisfies TProperties;

/** Path parameters, all of them texts. */
export function pathParams<const Names extends readonly string[]>(...names: Names) {
  const properties = Object.fromEntries(names.map((name) => [name, Text])) as Record<Names[number], typeof Text>;
  return Type.Object(properties);
}
