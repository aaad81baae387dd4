/** Parameters of the waitlist. */
import { type Static, Type } from 'typebox';
import { WAITLIST_ENTRY_STATUSES } from '../../statuses.ts';
import { oneOf, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, Pagination, queryParams } from './parts.ts';

export const JoinWaitlistParams = bodyParams('JoinWaitlistParams', { email_address: Text });
export type JoinWaitlistParams = Static<typeof JoinWaitlistParams>;

export const ListWaitlistEntriesQuery = queryParams('ListWaitlistEntriesQuery', {
  query: Type.Optional(Type.String({ description: 'Part of the email address, or the id.' })),
  status: Type.Optional(oneOf(WAITLIST_ENTRY_STATUSES)),
  order_by: Type.String({ default: '-created_at' }),
  ...Pagination,
});
export type ListWaitlistEntriesQuery = Static<typeof ListWaitlistEntriesQuery>;

export const CreateWaitlistEntryParams = bodyParams('CreateWaitlistEntryParams', { email_address: Text, notify: MaybeFlag });
export type CreateWaitlistEntryParams = Static<typeof CreateWaitlistEntryParams>;

export const CreateWaitlistEntriesParams = Type.Array(CreateWaitlistEntryParams, { minItems: 1, maxItems: 50 });

export const InviteWaitlistEntryParams = bodyParams('InviteWaitlistEntryParams', { ignore_existing: MaybeFlag });
export type InviteWaitlistEntryParams = Static<typeof InviteWaitlistEntryParams>;
