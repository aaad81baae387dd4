/** Who may sign up and in: lists of identifiers. */
import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, kind, oneOf, resource, Text } from '../parts.ts';
import { page } from './lists.ts';

const identifierFields = {
  id: Text,
  identifier: Type.String({ description: 'An email address, a domain such as `*@example.com`, a phone number or a wallet.' }),
  identifier_type: oneOf(['email_address', 'phone_number', 'web3_wallet']),
  instance_id: Text,
  ...CreatedAndUpdated,
};

export const AllowlistIdentifier = resource('AllowlistIdentifier', {
  object: kind('allowlist_identifier'),
  invitation_id: Type.Optional(Text),
  ...identifierFields,
});
export type AllowlistIdentifierResource = Static<typeof AllowlistIdentifier>;

export const AllowlistIdentifiers = Type.Array(AllowlistIdentifier);

export const BlocklistIdentifier = resource('BlocklistIdentifier', { object: kind('blocklist_identifier'), ...identifierFields });
export type BlocklistIdentifierResource = Static<typeof BlocklistIdentifier>;

export const BlocklistIdentifiers = page('BlocklistIdentifiers', BlocklistIdentifier);
