import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, resource, Text, Texts, variants } from '../parts.ts';
import { IdentificationLink } from './identification-link.ts';
import { AdminVerification, OtpVerification } from './verification.ts';

export const PhoneNumber = resource('PhoneNumber', {
  id: Text,
  object: kind('phone_number'),
  phone_number: Type.String({ description: 'E.164, such as `+12015550100`.' }),
  reserved_for_second_factor: Flag,
  default_second_factor: Flag,
  reserved: Flag,
  verification: nullable(variants([OtpVerification, AdminVerification])),
  linked_to: Type.Array(IdentificationLink),
  backup_codes: Type.Optional(nullable(Texts)),
  ...CreatedAndUpdated,
});
/** Bare array: this answer has no envelope. */
export const PhoneNumbers = Type.Array(PhoneNumber);
export type PhoneNumberResource = Static<typeof PhoneNumber>;
