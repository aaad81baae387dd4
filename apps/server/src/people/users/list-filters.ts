import { apiError } from '@foyer/protocol/errors';
import type { CountUsersQuery } from '@foyer/protocol/schemas/requests/users';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { normaliseEmailAddress, normalisePhoneNumber } from '../identifiers.ts';

type Condition = RawBuilder<SqlBool>;

/** How often a filter may be repeated. */
const MAX_VALUES = 100;
/** The latest moment that JavaScript and PostgreSQL can both name. */
const MAX_TIME = 8.64e15;

const NONE: Condition = sql`false`;

/**
 * The documented filters as one condition on `users`: all of them must hold.
 *
 * @throws `form_param_array_size_exceeded`, `form_conditional_param_missing`
 */
export function userCondition(instanceId: string, query: CountUsersQuery): Condition {
  const owners = (table: 'email_addresses' | 'phone_numbers' | 'web3_wallets' | 'external_accounts', condition: Condition): Condition =>
    sql`users.id in (select user_id from ${sql.table(table)} where instance_id = ${instanceId} and ${condition})`;
  const matching = (column: RawBuilder<unknown>, text: string): Condition => sql`${column} ilike ${`%${escapeLike(text)}%`}`;
  // Whatever a user has a part of, their entry in the directory has too, and there an index finds it.
  const inDirectory = (text: string, condition: Condition): Condition =>
    sql`users.id in (select user_id from user_directory entry where instance_id = ${instanceId} and ${matching(sql`document`, text)} and ${condition})`;
  const anywhere = (text: string): Condition => (text.includes('\n') ? NONE : inDirectory(text, sql`true`));
  // A sum cannot be turned into a join: of the contacts, only those of the entries found are read.
  const contact = (table: 'email_addresses' | 'phone_numbers', column: string, text: string): Condition =>
    inDirectory(text, sql`(select bool_or(${matching(sql.ref(column), text)}) from ${sql.table(table)} where instance_id = entry.instance_id and user_id = entry.user_id collate "default")`);
  const own = (column: RawBuilder<unknown>, text: string): Condition => sql`${anywhere(text)} and ${matching(column, text)}`;

  const conditions: (Condition | undefined)[] = [
    sql`users.instance_id = ${instanceId}`,
    given(listOf(query, 'email_address'), (all) => owners('email_addresses', oneOf(sql`email_address`, all.map((one) => normaliseEmailAddress(one) ?? one)))),
    given(listOf(query, 'phone_number'), (all) => owners('phone_numbers', oneOf(sql`phone_number`, all.map((one) => normalisePhoneNumber(one) ?? one)))),
    given(listOf(query, 'username'), (all) => oneOf(sql`lower(users.username)`, all.map((one) => one.toLowerCase()))),
    given(listOf(query, 'user_id'), (all) => chosen(sql`users.id`, all)),
    given(listOf(query, 'external_id'), (all) => chosen(sql`users.external_id`, all)),
    given(listOf(query, 'web3_wallet'), (all) => owners('web3_wallets', oneOf(sql`web3_wallet`, all.map((one) => one.toLowerCase())))),
    given(listOf(query, 'organization_id'), (all) => membersOf(instanceId, all)),
    given(providerUsers(query), (all) => owners('external_accounts', sql`provider = ${query.provider} and ${oneOf(sql`provider_user_id`, all)}`)),
    given(query.query, anywhere),
    given(query.email_address_query, (text) => contact('email_addresses', 'email_address', text)),
    given(query.phone_number_query, (text) => contact('phone_numbers', 'phone_number', text)),
    given(query.username_query, (text) => own(sql`users.username`, text)),
    given(query.name_query, (text) => own(sql`concat_ws(' ', users.first_name, users.last_name)`, text)),
    given(query.banned, (banned) => (banned ? sql`users.banned_at is not null` : sql`users.banned_at is null`)),
    given(query.created_at_before, (time) => sql`users.created_at < ${moment(time)}`),
    given(query.created_at_after, (time) => sql`users.created_at > ${moment(time)}`),
    given(query.last_sign_in_at_before, (time) => sql`users.last_sign_in_at < ${moment(time)}`),
    given(query.last_sign_in_at_after, (time) => sql`users.last_sign_in_at > ${moment(time)}`),
    given(query.last_active_at_before, (time) => sql`users.last_active_at < ${moment(time)}`),
    given(query.last_active_at_after, (time) => sql`users.last_active_at > ${moment(time)}`),
    given(query.last_active_at_since, (time) => sql`users.last_active_at >= ${moment(time)}`),
  ];
  return sql`${sql.join(conditions.filter((condition) => condition !== undefined), sql` and `)}`;
}

function given<T>(value: T | undefined, condition: (value: T) => Condition | undefined): Condition | undefined {
  return value === undefined ? undefined : condition(value);
}

type ListFilter = 'email_address' | 'phone_number' | 'external_id' | 'username' | 'web3_wallet' | 'user_id' | 'organization_id' | 'provider_user_id';

function listOf(query: CountUsersQuery, name: ListFilter): string[] | undefined {
  const values = query[name];
  if (values === undefined || values.length === 0) return undefined;
  if (values.length > MAX_VALUES) throw apiError('form_param_array_size_exceeded', { param: name });
  return values;
}

function providerUsers(query: CountUsersQuery): string[] | undefined {
  const ids = listOf(query, 'provider_user_id');
  if ((ids === undefined) === (query.provider === undefined)) return ids;
  throw apiError('form_conditional_param_missing', { param: ids ? 'provider' : 'provider_user_id' });
}

function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return sql`${column} in (${sql.join(values)})`;
}

/** Members of any of the organizations wanted, and of none of those that are not; the table is that of a later wing. */
function membersOf(instanceId: string, values: readonly string[]): Condition {
  const { included, excluded } = signs(values);
  const among = (ids: readonly string[]): Condition =>
    sql`users.id in (select user_id from organization_memberships where instance_id = ${instanceId} and organization_id in (${sql.join(ids)}))`;
  const conditions: Condition[] = [];
  if (included.length > 0) conditions.push(among(included));
  if (excluded.length > 0) conditions.push(sql`not ${among(excluded)}`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

/** `+id` and `id` are wanted, `-id` is not. */
function chosen(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  const { included, excluded } = signs(values);
  const conditions: Condition[] = [];
  if (included.length > 0) conditions.push(oneOf(column, included));
  if (excluded.length > 0) conditions.push(sql`(${column} is null or ${column} not in (${sql.join(excluded)}))`);
  return sql`${sql.join(conditions, sql` and `)}`;
}

function signs(values: readonly string[]): { included: string[]; excluded: string[] } {
  const excluded = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1));
  // In a query string an unescaped `+` arrives as a space.
  const included = values.filter((value) => !value.startsWith('-')).map((value) => value.replace(/^[+ ]/, ''));
  return { included, excluded };
}

/** @param time in milliseconds since the epoch; beyond what the database can hold, the nearest that it can */
function moment(time: number): Date {
  return new Date(Math.min(Math.max(time, 0), MAX_TIME));
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
