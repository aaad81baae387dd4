import { type Static } from 'typebox';
import { kind, resource, Text } from '../parts.ts';

/** A development instance that an SDK made for itself, because it was started without keys. */
export const AccountlessApplication = resource('AccountlessApplication', {
  object: kind('accountless_application'),
  id: Text,
  publishable_key: Text,
  secret_key: Text,
  claim_url: Text,
  api_keys_url: Text,
});
export type AccountlessApplicationResource = Static<typeof AccountlessApplication>;
