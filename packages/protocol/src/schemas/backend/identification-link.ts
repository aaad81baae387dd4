import { resource, Text, textOf } from '../parts.ts';

/** Names the external account that an email address or phone number came with. */
export const BackendIdentificationLink = resource('BackendIdentificationLink', {
  type: textOf({ pattern: '^oauth_[a-z0-9_]+$' }),
  id: Text,
});
