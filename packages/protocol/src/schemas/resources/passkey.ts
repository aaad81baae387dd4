import type { Static } from 'typebox';
import { CreatedAndUpdated, kind, nullable, NullableTimestamp, resource, Text } from '../parts.ts';
import { PasskeyVerification } from './verification.ts';

export const Passkey = resource('Passkey', {
  id: Text,
  object: kind('passkey'),
  name: Text,
  last_used_at: NullableTimestamp,
  verification: nullable(PasskeyVerification),
  ...CreatedAndUpdated,
});
export type PasskeyResource = Static<typeof Passkey>;
