import type { ListMembershipsQuery } from '@foyer/protocol/schemas/requests/organizations';
import type { Context } from '../../platform/context.ts';
import { readOrder } from '../../platform/http/order.ts';
import { loadUsers } from '../../people/users/service.ts';
import { findOrganizations } from '../organizations/find.ts';
import * as pages from './pages.ts';
import type { MembershipAggregate } from './resource.ts';
import * as store from './store.ts';
import type { Membership } from './store.ts';

/** One page of a list, and how long the whole of it is. */
export interface Page<Item> {
  items: Item[];
  total: number;
}

interface Bounds {
  limit: number;
  offset: number;
}

type Filters = Omit<ListMembershipsQuery, 'order_by' | 'limit' | 'offset'>;

/** One page of a user's memberships, newest first. */
export async function listMembershipsOf(ctx: Context, userId: string, bounds: Bounds): Promise<Page<MembershipAggregate>> {
  const rows = await store.pageOfUser(ctx.db, ctx.instance.id, userId, bounds);
  return { items: await completed(ctx, rows), total: await store.countOfUser(ctx.db, ctx.instance.id, userId) };
}

/**
 * One page of the members of an organization, or of all organizations (`null`).
 *
 * @throws `form_param_value_invalid` for an unknown order, and the errors of the filters on users
 */
export async function listMembers(ctx: Context, organizationId: string | null, filters: Filters, { orderBy, ...bounds }: Bounds & { orderBy: string }): Promise<Page<MembershipAggregate>> {
  const order = readOrder(orderBy, pages.ORDER_FIELDS);
  const wanted = { organizationId, ...filters };
  const ids = await pages.idsOf(ctx.db, ctx.instance.id, wanted, { order, ...bounds });
  const rows = new Map((ids.length === 0 ? [] : await store.findMany(ctx.db, ctx.instance.id, ids)).map((row) => [row.id, row]));
  return { items: await completed(ctx, ids.flatMap((id) => rows.get(id) ?? [])), total: await pages.count(ctx.db, ctx.instance.id, wanted) };
}

/** Completes memberships, in their order, in a constant number of queries. */
export async function completed(ctx: Context, memberships: readonly Membership[]): Promise<MembershipAggregate[]> {
  const organizations = await findOrganizations(ctx, memberships.map((one) => one.organization_id));
  const users = await loadUsers(ctx, memberships.map((one) => one.user_id));
  return memberships.flatMap((membership) => {
    const organization = organizations.get(membership.organization_id);
    const member = users.get(membership.user_id);
    // Whoever was deleted in between is a member no more.
    return organization && member ? [{ membership, organization, member }] : [];
  });
}

/** One membership, completed. */
export async function completedOne(ctx: Context, membership: Membership): Promise<MembershipAggregate> {
  const [aggregate] = await completed(ctx, [membership]);
  if (!aggregate) throw new Error(`The membership ${membership.id} has no organization or no user.`);
  return aggregate;
}
