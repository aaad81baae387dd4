/** People who wait until an application lets them in. */
import { type Static, Type } from 'typebox';
import { WAITLIST_ENTRY_STATUSES } from '../../statuses.ts';
import { CreatedAndUpdated, Flag, kind, nullable, oneOf, resource, Text } from '../parts.ts';
import { Invitation } from './invitation.ts';
import { page } from './lists.ts';

export const BackendWaitlistEntry = resource('BackendWaitlistEntry', {
  object: kind('waitlist_entry'),
  id: Text,
  email_address: Type.String({ format: 'email' }),
  status: oneOf(WAITLIST_ENTRY_STATUSES),
  is_locked: Type.Optional(Flag),
  ...CreatedAndUpdated,
  invitation: Type.Optional(nullable(Invitation)),
});
export type BackendWaitlistEntryResource = Static<typeof BackendWaitlistEntry>;

export const BackendWaitlistEntries = page('BackendWaitlistEntries', BackendWaitlistEntry);
export const NewBackendWaitlistEntries = Type.Array(BackendWaitlistEntry);
