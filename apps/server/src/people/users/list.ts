import { apiError } from '@foyer/protocol/errors';
import { USER_ORDER_FIELDS, type CountUsersQuery, type ListUsersQuery, type UserOrderField } from '@foyer/protocol/schemas/requests/users';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readOrder, type Order } from '../../platform/http/order.ts';
import { aggregatesOf, findUser, type UserAggregate } from './find.ts';
import { userCondition } from './list-filters.ts';

/** What to sort by. */
const EXPRESSIONS: Record<UserOrderField, RawBuilder<unknown>> = {
  created_at: sql`users.created_at`,
  updated_at: sql`users.updated_at`,
  last_active_at: sql`users.last_active_at`,
  last_sign_in_at: sql`users.last_sign_in_at`,
  first_name: sql`lower(users.first_name)`,
  last_name: sql`lower(users.last_name)`,
  username: sql`lower(users.username)`,
  email_address: sql`(select email_address from email_addresses e where e.instance_id = users.instance_id and e.id = users.primary_email_address_id)`,
  phone_number: sql`(select phone_number from phone_numbers p where p.instance_id = users.instance_id and p.id = users.primary_phone_number_id)`,
  web3wallet: sql`(select w.web3_wallet from web3_wallets w where w.instance_id = users.instance_id and w.id = users.primary_web3_wallet_id)`,
};

/**
 * One page of users.
 *
 * @throws the errors of the filters; `form_param_value_invalid` for an unknown order; `form_resource_not_found` for an
 * unknown cursor
 */
export async function listUsers(ctx: Context, query: ListUsersQuery): Promise<UserAggregate[]> {
  const order = readOrder(query.order_by, USER_ORDER_FIELDS);
  const rows = await ctx.db
    .selectFrom('users')
    .selectAll()
    .where(userCondition(ctx.instance.id, query))
    .where(await afterCursor(ctx, query, order))
    .orderBy(sql`${EXPRESSIONS[order.field]} ${direction(order)}`)
    .orderBy('users.id', order.descending ? 'desc' : 'asc')
    .limit(query.limit)
    .offset(query.starting_after === undefined ? Math.min(query.offset, Number.MAX_SAFE_INTEGER) : 0)
    .execute();
  return [...(await aggregatesOf(ctx, rows)).values()];
}

/** How many users the filters let through. */
export async function countUsers(ctx: Context, query: CountUsersQuery): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(userCondition(ctx.instance.id, query))
    .executeTakeFirstOrThrow();
  return count;
}

async function afterCursor(ctx: Context, { starting_after: id }: ListUsersQuery, { field, descending }: Order<UserOrderField>) {
  if (id === undefined) return sql<boolean>`true`;
  if (field !== 'created_at') {
    throw apiError('form_conditional_param_value_disallowed', { param: 'order_by', longMessage: 'With starting_after users can only be ordered by created_at.' });
  }
  const last = await findUser(ctx, id);
  if (!last) throw apiError('form_resource_not_found', { param: 'starting_after' });
  return descending
    ? sql<boolean>`(users.created_at, users.id) < (${last.created_at}, ${last.id})`
    : sql<boolean>`(users.created_at, users.id) > (${last.created_at}, ${last.id})`;
}

/**
 * The direction, in the words of the indexes that serve it: creation and update are always there; who never signed in or
 * was never active counts as longest ago. Where there is no text to sort by, a user comes last.
 */
function direction({ field, descending }: Order<UserOrderField>): RawBuilder<unknown> {
  switch (field) {
    case 'created_at':
    case 'updated_at':
      return descending ? sql`desc` : sql`asc`;
    case 'last_sign_in_at':
    case 'last_active_at':
      return descending ? sql`desc nulls last` : sql`asc nulls first`;
    default:
      return descending ? sql`desc nulls last` : sql`asc nulls last`;
  }
}
