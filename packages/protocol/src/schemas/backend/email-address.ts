import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, resource, Text, variants } from '../parts.ts';
import { BackendIdentificationLink } from './identification-link.ts';
import {
  BackendAdminVerification,
  BackendEmailLinkVerification,
  BackendFromOAuthVerification,
  BackendOtpVerification,
  BackendSamlVerification,
  BackendScimVerification,
  BackendTicketVerification,
} from './verification.ts';

export const BackendEmailAddress = resource('BackendEmailAddress', {
  id: Text,
  object: kind('email_address'),
  email_address: Text,
  reserved: Flag,
  verification: nullable(
    variants([
      BackendOtpVerification,
      BackendAdminVerification,
      BackendFromOAuthVerification,
      BackendTicketVerification,
      BackendSamlVerification,
      BackendEmailLinkVerification,
      BackendScimVerification,
    ]),
  ),
  linked_to: Type.Array(BackendIdentificationLink),
  matches_sso_connection: Flag,
  ...CreatedAndUpdated,
});
export type BackendEmailAddressResource = Static<typeof BackendEmailAddress>;
