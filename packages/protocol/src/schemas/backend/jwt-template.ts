/** Templates of tokens that an application makes for others. */
import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, Metadata, resource, Text } from '../parts.ts';

export const JwtTemplate = resource('JWTTemplate', {
  object: kind('jwt_template'),
  id: Text,
  name: Text,
  claims: Metadata,
  lifetime: Type.Integer({ description: 'Seconds.' }),
  allowed_clock_skew: Type.Integer({ description: 'Seconds.' }),
  custom_signing_key: Flag,
  signing_algorithm: Text,
  ...CreatedAndUpdated,
});
export type JwtTemplateResource = Static<typeof JwtTemplate>;

export const JwtTemplates = Type.Array(JwtTemplate);
