import { type Static, Type } from 'typebox';
import { Flag, resource, Text } from '../parts.ts';

/** What remains of something deleted. */
export const DeletedObject = resource('DeletedObject', {
  object: Type.String({ description: 'Kind of the deleted object, such as `user`.' }),
  id: Type.Optional(Text),
  slug: Type.Optional(Text),
  deleted: Flag,
});
export type DeletedObjectResource = Static<typeof DeletedObject>;
