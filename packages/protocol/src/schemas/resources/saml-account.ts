import { type Static, Type } from 'typebox';
import {
  CreatedAndUpdated,
  Flag,
  kind,
  Metadata,
  nullable,
  NullableText,
  NullableTimestamp,
  resource,
  Text,
  Texts,
  variants,
} from '../parts.ts';
import { SamlVerification, TicketVerification } from './verification.ts';

const SamlAccountConnection = resource('SamlAccountConnection', {
  id: Text,
  name: Text,
  domain: Text,
  domains: Texts,
  active: Flag,
  provider: Text,
  sync_user_attributes: Flag,
  allow_subdomains: Type.Optional(Flag),
  allow_idp_initiated: Type.Optional(Flag),
  disable_additional_identifications: Type.Optional(Flag),
  allow_organization_account_linking: Type.Optional(Flag),
  ...CreatedAndUpdated,
});

export const SamlAccount = resource('SamlAccount', {
  id: Text,
  object: kind('saml_account'),
  provider: Text,
  active: Flag,
  email_address: Text,
  first_name: NullableText,
  last_name: NullableText,
  provider_user_id: NullableText,
  enterprise_connection_id: Type.Optional(NullableText),
  last_authenticated_at: Type.Optional(NullableTimestamp),
  public_metadata: Metadata,
  verification: nullable(variants([SamlVerification, TicketVerification])),
  saml_connection: nullable(SamlAccountConnection),
});
export type SamlAccountResource = Static<typeof SamlAccount>;
