import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, resource, Text, variants } from '../parts.ts';
import { IdentificationLink } from './identification-link.ts';
import {
  AdminVerification,
  EmailLinkVerification,
  FromOAuthVerification,
  InvitationVerification,
  OtpVerification,
  SamlVerification,
  ScimVerification,
  TicketVerification,
} from './verification.ts';

export const EmailAddress = resource('EmailAddress', {
  id: Text,
  object: kind('email_address'),
  email_address: Text,
  reserved: Flag,
  verification: nullable(
    variants([
      OtpVerification,
      InvitationVerification,
      EmailLinkVerification,
      TicketVerification,
      AdminVerification,
      FromOAuthVerification,
      SamlVerification,
      ScimVerification,
    ]),
  ),
  linked_to: Type.Array(IdentificationLink),
  matches_sso_connection: Flag,
  ...CreatedAndUpdated,
});
/** Bare array: this answer has no envelope. */
export const EmailAddresses = Type.Array(EmailAddress);
export type EmailAddressResource = Static<typeof EmailAddress>;
