import { type Static, type TSchema, Type } from 'typebox';
import { Count, kind, resource, Text, Flag } from '../parts.ts';

export const TotalCount = resource('TotalCount', { object: kind('total_count'), total_count: Count });
export type TotalCountResource = Static<typeof TotalCount>;

/** One page of a list. Lists that are bare arrays by default take this form with `paginated=true`. */
export function page<Item extends TSchema>(name: string, item: Item) {
  return resource(name, { data: Type.Array(item), total_count: Count });
}

/** What remains of something deleted, as servers see it. */
export const BackendDeletedObject = resource('BackendDeletedObject', {
  object: Text,
  id: Type.Optional(Text),
  slug: Type.Optional(Text),
  deleted: Flag,
  external_id: Type.Optional(Text),
});
export type BackendDeletedObjectResource = Static<typeof BackendDeletedObject>;
