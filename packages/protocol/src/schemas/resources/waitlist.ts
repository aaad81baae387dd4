/** What whoever joins a waitlist is told. */
import type { Static } from 'typebox';
import { kind, resource, Text } from '../parts.ts';

export const WaitlistEntry = resource('WaitlistEntry', { object: kind('waitlist_entry'), id: Text });
export type WaitlistEntryResource = Static<typeof WaitlistEntry>;
