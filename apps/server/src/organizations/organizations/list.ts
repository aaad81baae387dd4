import { apiError } from '@foyer/protocol/errors';
import type { ListOrganizationsQuery } from '@foyer/protocol/schemas/requests/organizations';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readOrder } from '../../platform/http/order.ts';
import * as store from './store.ts';
import type { OrganizationRow } from './tables.ts';

type Condition = RawBuilder<SqlBool>;

const ORDER_FIELDS = ['created_at', 'name', 'members_count'] as const;
/** How often a filter may be repeated. */
const MAX_VALUES = 100;

/**
 * One page of organizations, with how many the filters let through.
 *
 * @throws `form_param_value_invalid` for an unknown order, `form_param_array_size_exceeded`
 */
export async function listOrganizations(ctx: Context, query: ListOrganizationsQuery): Promise<{ rows: OrganizationRow[]; total: number }> {
  const { field, descending } = readOrder(query.order_by, ORDER_FIELDS);
  const condition = conditionOf(ctx.instance.id, query);
  const page = { orderBy: field, descending, limit: query.limit, offset: query.offset };
  return {
    rows: await store.list(ctx.db, ctx.instance.id, condition, page),
    total: await store.count(ctx.db, ctx.instance.id, condition),
  };
}

function conditionOf(instanceId: string, { query, user_id: users = [], organization_id: organizations = [] }: ListOrganizationsQuery): Condition {
  const membersAre = (ids: readonly string[]): Condition =>
    sql`organizations.id in (select organization_id from organization_memberships where instance_id = ${instanceId} and user_id in (${sql.join(ids)}))`;
  const conditions = [...signed('user_id', users, membersAre), ...signed('organization_id', organizations, (ids) => sql`organizations.id in (${sql.join(ids)})`)];
  if (query) conditions.push(matching(query));
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`;
}

/** The whole id, or a part of the name or the slug. */
function matching(text: string): Condition {
  const part = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(organizations.id = ${text} or organizations.name ilike ${part} or organizations.slug ilike ${part})`;
}

/** `+id` and `id` are wanted, `-id` is not. */
function signed(param: string, values: readonly string[], among: (ids: readonly string[]) => Condition): Condition[] {
  if (values.length > MAX_VALUES) throw apiError('form_param_array_size_exceeded', { param });
  const excluded = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  // In a query string an unescaped `+` arrives as a space.
  const included = values.filter((value) => !value.startsWith('-')).map((value) => value.replace(/^[+ ]/, ''));
  return [...(included.length > 0 ? [among(included)] : []), ...(excluded.length > 0 ? [sql<SqlBool>`not ${among(excluded)}`] : [])];
}
