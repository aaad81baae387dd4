import { BackendDeletedObject } from '@foyer/protocol/schemas/backend/lists';
import { BackendWaitlistEntries, BackendWaitlistEntry, NewBackendWaitlistEntries } from '@foyer/protocol/schemas/backend/waitlist';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { CreateWaitlistEntriesParams, CreateWaitlistEntryParams, InviteWaitlistEntryParams, ListWaitlistEntriesQuery } from '@foyer/protocol/schemas/requests/waitlist';
import { readOrder } from '../../platform/http/order.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { inviteFromWaitlist, rejectFromWaitlist, removeFromWaitlist } from './decide.ts';
import { addManyToWaitlist, addToWaitlist } from './join.ts';
import { waitlistEntryResource, waitlistEntryResources } from './resource.ts';
import * as store from './store.ts';

const tag = 'Waitlist Entries';
const path = '/v1/waitlist_entries';
const ORDER_FIELDS = ['created_at', 'email_address', 'invited_at'] as const;

/** The waitlist, for servers. */
export function waitlistBackendRoutes(routes: BackendRoutes): void {
  routes.get(path, { summary: 'List the waitlist', tag, query: ListWaitlistEntriesQuery, response: BackendWaitlistEntries }, async (ctx, { query }) => {
    const { field, descending } = readOrder(query.order_by, ORDER_FIELDS);
    const rows = await store.list(ctx.db, ctx.instance.id, query, { orderBy: field, descending, limit: query.limit, offset: query.offset });
    return { data: await waitlistEntryResources(ctx, rows), total_count: await store.count(ctx.db, ctx.instance.id, query) };
  });

  routes.post(path, { summary: 'Add someone to the waitlist', tag, body: CreateWaitlistEntryParams, response: BackendWaitlistEntry }, async (ctx, { body }) =>
    waitlistEntryResource(ctx, await addToWaitlist(ctx, body)),
  );

  const bulk = { summary: 'Add several people to the waitlist', tag, body: CreateWaitlistEntriesParams, response: NewBackendWaitlistEntries };
  routes.post(`${path}/bulk`, bulk, async (ctx, { body }) => waitlistEntryResources(ctx, await addManyToWaitlist(ctx, body)));

  const one = { tag, params: pathParams('waitlist_entry_id') };
  routes.delete(`${path}/:waitlist_entry_id`, { ...one, summary: 'Delete a pending waitlist entry', response: BackendDeletedObject }, async (ctx, { params }) => {
    await removeFromWaitlist(ctx, params.waitlist_entry_id);
    return { object: 'waitlist_entry', id: params.waitlist_entry_id, deleted: true };
  });

  const invite = { ...one, summary: 'Invite someone from the waitlist', body: InviteWaitlistEntryParams, response: BackendWaitlistEntry };
  routes.post(`${path}/:waitlist_entry_id/invite`, invite, async (ctx, { params, body }) =>
    waitlistEntryResource(ctx, await inviteFromWaitlist(ctx, params.waitlist_entry_id, body.ignore_existing ?? false)),
  );

  routes.post(`${path}/:waitlist_entry_id/reject`, { ...one, summary: 'Reject a waitlist entry', response: BackendWaitlistEntry }, async (ctx, { params }) =>
    waitlistEntryResource(ctx, await rejectFromWaitlist(ctx, params.waitlist_entry_id)),
  );
}
