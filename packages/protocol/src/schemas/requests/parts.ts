/** Building blocks of request schemas. */
import { type TObject, type TProperties, Type } from 'typebox';
import { Flag, nullable, resource, Text } from '../parts.ts';

/** Parameters of a body. Closed: an unknown one is refused. */
export const bodyParams = resource;

/** Parameters of a query. Open: SDKs add theirs (`__clerk_api_version`, `_clerk_js_version`, …) to every call. */
export function queryParams<const Properties extends TProperties>(title: string, properties: Properties): TObject<Properties> {
  return Type.Object(properties, { title });
}

/** Optional, and `null` means the same as absent. */
export const MaybeText = Type.Optional(nullable(Text));
export const MaybeFlag = Type.Optional(nullable(Flag));

/** JSON object that a form carries as JSON text; {@link decodeForm} reads it. */
export const JsonObject = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
export const MaybeJsonObject = Type.Optional(nullable(JsonObject));

/** Browser SDKs name the session that a call is for. */
export const SessionQuery = { _clerk_session_id: Type.Optional(Text) } satisfies TProperties;

/** Bounds of every list of the Backend API. */
export const Pagination = {
  limit: Type.Integer({ default: 10, minimum: 1, maximum: 500 }),
  offset: Type.Integer({ default: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
} satisfies TProperties;

export const PaginatedFlag = { paginated: Type.Optional(Flag) } satisfies TProperties;

/** Path parameters, all of them texts. */
export function pathParams<const Names extends readonly string[]>(...names: Names) {
  const properties = Object.fromEntries(names.map((name) => [name, Text])) as Record<Names[number], typeof Text>;
  return Type.Object(properties);
}
