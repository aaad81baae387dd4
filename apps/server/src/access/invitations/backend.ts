import { Invitation, Invitations, RevokedInvitation } from '@foyer/protocol/schemas/backend/invitation';
import { CreateInvitationParams, CreateInvitationsParams, ListInvitationsQuery } from '@foyer/protocol/schemas/requests/invitations';
import { pathParams } from '@foyer/protocol/schemas/requests/parts';
import { now } from '../../platform/context.ts';
import { readOrder } from '../../platform/http/order.ts';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { invitationResource } from './resource.ts';
import { createInvitation, createInvitations, revokeInvitation } from './service.ts';
import * as store from './store.ts';

const tag = 'Invitations';
const ORDER_FIELDS = ['created_at', 'email_address', 'expires_at'] as const;

/** Invitations to the application. */
export function invitationBackendRoutes(routes: BackendRoutes): void {
  routes.get('/v1/invitations', { summary: 'List invitations', tag, query: ListInvitationsQuery, response: Invitations }, async (ctx, { query }) => {
    const { field, descending } = readOrder(query.order_by, ORDER_FIELDS);
    const filter = { status: query.status, query: query.query, now: now(ctx) };
    const rows = await store.list(ctx.db, ctx.instance.id, filter, { orderBy: field, descending, limit: query.limit, offset: query.offset });
    const data = rows.map((row) => invitationResource(ctx, row));
    return query.paginated ? { data, total_count: await store.count(ctx.db, ctx.instance.id, filter) } : data;
  });

  routes.post('/v1/invitations', { summary: 'Invite someone', tag, body: CreateInvitationParams, response: Invitation }, async (ctx, { body }) => {
    const { row, url } = await createInvitation(ctx, body);
    return invitationResource(ctx, row, url);
  });

  routes.post('/v1/invitations/bulk', { summary: 'Invite several people', tag, body: CreateInvitationsParams, response: Invitations }, async (ctx, { body }) =>
    (await createInvitations(ctx, body)).map(({ row, url }) => invitationResource(ctx, row, url)),
  );

  const revoke = { tag, summary: 'Revoke an invitation', params: pathParams('invitation_id'), response: RevokedInvitation };
  routes.post('/v1/invitations/:invitation_id/revoke', revoke, async (ctx, { params }) =>
    invitationResource(ctx, await revokeInvitation(ctx, params.invitation_id)),
  );
}
