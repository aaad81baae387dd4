import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, resource, Text, Texts, variants } from '../parts.ts';
import { BackendIdentificationLink } from './identification-link.ts';
import { BackendAdminVerification, BackendOtpVerification } from './verification.ts';

export const BackendPhoneNumber = resource('BackendPhoneNumber', {
  id: Text,
  object: kind('phone_number'),
  phone_number: Type.String({ description: 'E.164, such as `+12015550100`.' }),
  reserved_for_second_factor: Flag,
  default_second_factor: Flag,
  reserved: Flag,
  verification: nullable(variants([BackendOtpVerification, BackendAdminVerification])),
  linked_to: Type.Array(BackendIdentificationLink),
  backup_codes: Type.Optional(nullable(Texts)),
  ...CreatedAndUpdated,
});
export type BackendPhoneNumberResource = Static<typeof BackendPhoneNumber>;
