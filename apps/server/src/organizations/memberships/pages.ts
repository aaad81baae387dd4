import type { ListMembershipsQuery } from '@foyer/protocol/schemas/requests/organizations';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/database/tables.ts';
import type { Order } from '../../platform/http/order.ts';
import { userCondition } from '../../people/users/service.ts';

/** What members can be sorted by: when they joined, and who they are. */
export const ORDER_FIELDS = ['created_at', 'phone_number', 'email_address', 'first_name', 'last_name', 'username'] as const;
type OrderField = (typeof ORDER_FIELDS)[number];

export type MemberFilters = Omit<ListMembershipsQuery, 'order_by' | 'limit' | 'offset'> & {
  /** `null` for those of all organizations. */
  organizationId: string | null;
};

export interface MemberPage {
  order: Order<OrderField>;
  limit: number;
  offset: number;
}

/** Ids of one page of memberships. Texts to sort by stand in the directory of users, where an index has them. */
export async function idsOf(db: Db, instanceId: string, filters: MemberFilters, { order: { field, descending }, limit, offset }: MemberPage): Promise<string[]> {
  const direction = descending ? 'desc' : 'asc';
  const column: RawBuilder<unknown> = field === 'created_at' ? sql`membership.created_at` : sql`entry.${sql.ref(field)}`;
  const rows = await filtered(db, instanceId, filters)
    .select('membership.id')
    .$if(field !== 'created_at', (members) =>
      members.innerJoin('user_directory as entry', (join) => join.onRef('entry.instance_id', '=', 'users.instance_id').onRef('entry.user_id', '=', 'users.id')),
    )
    .orderBy(column, direction)
    .orderBy('membership.id', direction)
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ id }) => id);
}

export async function count(db: Db, instanceId: string, filters: MemberFilters): Promise<number> {
  const { total } = await filtered(db, instanceId, filters)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

function filtered(db: Db, instanceId: string, { organizationId, role: roles = [], ...who }: MemberFilters) {
  let query = db
    .selectFrom('organization_memberships as membership')
    .innerJoin('users', (join) => join.onRef('users.instance_id', '=', 'membership.instance_id').onRef('users.id', '=', 'membership.user_id'))
    .where('membership.instance_id', '=', instanceId)
    .where(userCondition(instanceId, who));
  if (organizationId !== null) query = query.where('membership.organization_id', '=', organizationId);
  if (roles.length === 0) return query;
  return query.where('membership.role_id', 'in', (eb) => eb.selectFrom('organization_roles').select('id').where('instance_id', '=', instanceId).where('key', 'in', roles));
}
