import { apiError } from '@foyer/protocol/errors';
import { USER_ORDER_FIELDS, type CountUsersQuery, type ListUsersQuery, type UserOrderField } from '@foyer/protocol/schemas/requests/users';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readOrder, type Order } from '../../platform/http/order.ts';
import { countAll } from './counts.ts';
import { findUser, loadUsers, type UserAggregate } from './find.ts';
import { userCondition } from './list-filters.ts';

/** What to sort by, and whether it stands in the directory. */
const ORDERS: Record<UserOrderField, { column: RawBuilder<unknown>; inDirectory: boolean }> = {
  created_at: { column: sql`users.created_at`, inDirectory: false },
  updated_at: { column: sql`users.updated_at`, inDirectory: false },
  last_active_at: { column: sql`users.last_active_at`, inDirectory: false },
  last_sign_in_at: { column: sql`users.last_sign_in_at`, inDirectory: false },
  first_name: { column: sql`entry.first_name`, inDirectory: true },
  last_name: { column: sql`entry.last_name`, inDirectory: true },
  username: { column: sql`entry.username`, inDirectory: true },
  email_address: { column: sql`entry.email_address`, inDirectory: true },
  phone_number: { column: sql`entry.phone_number`, inDirectory: true },
  web3wallet: { column: sql`entry.web3_wallet`, inDirectory: true },
};

/**
 * One page of users. Those whom the order cannot tell apart are in the order of their ids, so that
 * pages neither overlap nor leave anyone out.
 *
 * @throws the errors of the filters; `form_param_value_invalid` for an unknown order; `form_resource_not_found` for an
 * unknown cursor
 */
export async function listUsers(ctx: Context, query: ListUsersQuery): Promise<UserAggregate[]> {
  return [...(await loadUsers(ctx, await pageOfIds(ctx, query))).values()];
}

/** How many users the filters let through. */
export async function countUsers(ctx: Context, query: CountUsersQuery): Promise<number> {
  if (Object.values(query).every((filter) => filter === undefined)) return countAll(ctx);
  const { count } = await ctx.db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(userCondition(ctx.instance.id, query))
    .executeTakeFirstOrThrow();
  return count;
}

/** The ids alone come from the index that has the order: rows that an offset skips are never read. */
async function pageOfIds(ctx: Context, query: ListUsersQuery): Promise<string[]> {
  const order = readOrder(query.order_by, USER_ORDER_FIELDS);
  const { column, inDirectory } = ORDERS[order.field];
  const page = await ctx.db
    .selectFrom('users')
    .select('users.id')
    .$if(inDirectory, (users) => users.innerJoin('user_directory as entry', (join) => join.onRef('entry.instance_id', '=', 'users.instance_id').onRef('entry.user_id', '=', 'users.id')))
    .where(userCondition(ctx.instance.id, query))
    .where(await afterCursor(ctx, query, order))
    .orderBy(sql`${column} ${direction(order)}`)
    .orderBy('users.id', order.descending ? 'desc' : 'asc')
    .limit(query.limit)
    .offset(query.starting_after === undefined ? Math.min(query.offset, Number.MAX_SAFE_INTEGER) : 0)
    .execute();
  return page.map(({ id }) => id);
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
 * The direction, in the words of the indexes that serve it, each read one way or the other. Who never
 * signed in or was never active counts as longest ago; who has no text to sort by comes after all texts.
 */
function direction({ field, descending }: Order<UserOrderField>): RawBuilder<unknown> {
  switch (field) {
    case 'last_sign_in_at':
    case 'last_active_at':
      return descending ? sql`desc nulls last` : sql`asc nulls first`;
    default:
      return descending ? sql`desc` : sql`asc`;
  }
}
