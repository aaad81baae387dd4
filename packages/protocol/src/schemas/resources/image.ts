import { type Static, Type } from 'typebox';
import { kind, resource, Text } from '../parts.ts';

export const Image = resource('Image', {
  object: kind('image'),
  id: Text,
  name: Type.Optional(Text),
  public_url: Text,
});
export type ImageResource = Static<typeof Image>;
