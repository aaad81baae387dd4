/** Authenticator apps and backup codes. */
import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, NullableText, resource, Text, Texts } from '../parts.ts';

export const Totp = resource('Totp', {
  object: kind('totp'),
  id: Text,
  secret: NullableText,
  uri: NullableText,
  verified: Flag,
  backup_codes: Type.Optional(nullable(Texts)),
  ...CreatedAndUpdated,
});
export type TotpResource = Static<typeof Totp>;

export const BackupCodes = resource('BackupCodes', {
  object: kind('backup_code'),
  id: Text,
  codes: Texts,
  ...CreatedAndUpdated,
});
export type BackupCodesResource = Static<typeof BackupCodes>;
