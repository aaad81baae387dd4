import { beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';

/** Days after the start of 2020, on which the people of this test joined. */
const day = (n: number) => Date.UTC(2020, 0, 1 + n);

const PEOPLE = [
  { name: 'ada', first_name: 'Ada', last_name: 'Lovelace', external_id: 'x-1' },
  { name: 'bob', first_name: 'Bob', last_name: 'Marley', external_id: 'x-2', banned: true },
  { name: 'cy', first_name: 'cy', last_name: 'Young', phone_number: ['+12015550103'] },
  { name: 'dee', first_name: null, last_name: null, username: 'Dee_100%' },
  { name: 'eve', first_name: 'Eve', last_name: 'Adams', username: 'eve_x', phone_number: ['+12015550105'] },
] as const;

describe('lists of users', () => {
  let test: TestInstance;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    test = await createTestInstance({
      settings: { attributes: { username: { enabled: true }, phone_number: { enabled: true }, password: { required: false } }, username: { allow_extended_special_characters: true } },
    });
    for (const [n, { name, ...person }] of PEOPLE.entries()) {
      const username = 'username' in person ? { username: person.username.replace('%', '') } : {};
      const json = { email_address: [`${name}@List.example.com`], created_at: new Date(day(n)).toISOString(), ...person, ...username };
      const { body } = await test.bapi('POST', '/v1/users', { json });
      ids.set(name, body.id);
    }
    const sign = (name: string, at: number, column: 'last_sign_in_at' | 'last_active_at') =>
      test.ctx.db
        .updateTable('users')
        .set({ [column]: new Date(day(at)) })
        .where('instance_id', '=', test.instance.id)
        .where('id', '=', ids.get(name) ?? '')
        .execute();
    await sign('ada', 10, 'last_sign_in_at');
    await sign('bob', 20, 'last_sign_in_at');
    await sign('cy', 15, 'last_active_at');
    await sign('dee', 25, 'last_active_at');
    // Somebody else's people must never turn up.
    const other = await createTestInstance({ settings: { attributes: { password: { required: false } } } });
    await other.bapi('POST', '/v1/users', { json: { email_address: ['ada@list.example.com'], external_id: 'x-1', first_name: 'Ada' } });
  });

  type Query = Record<string, string | readonly string[]>;

  /** The people of an answer, by name, with ids in place of `@name` in the question. */
  async function ask(query: Query): Promise<string[]> {
    const named = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, [value].flat().map((one) => one.replace(/@(\w+)$/, (all, name: string) => ids.get(name) ?? all))]));
    const answer = await test.bapi('GET', '/v1/users', { query: named });
    expect(answer.status, answer.text).toBe(200);
    return answer.body.map((user: { id: string }) => [...ids].find(([, id]) => id === user.id)?.[0]);
  }

  it.each<[string, Query, string[]]>([
    ['newest first', {}, ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['email addresses, whatever their case', { email_address: ['ADA@list.example.com', 'eve@list.example.com', 'nobody@example.com'] }, ['eve', 'ada']],
    ['phone numbers', { phone_number: ['+12015550103'] }, ['cy']],
    ['usernames', { username: ['EVE_X', 'dee_100'] }, ['eve', 'dee']],
    ['external ids', { external_id: ['x-1', '+x-2'] }, ['bob', 'ada']],
    ['external ids to leave out', { external_id: ['-x-1'] }, ['eve', 'dee', 'cy', 'bob']],
    ['ids', { user_id: ['@ada', '+@bob'] }, ['bob', 'ada']],
    ['ids to leave out', { user_id: ['-@ada', '-@bob'] }, ['eve', 'dee', 'cy']],
    ['a wallet nobody has', { web3_wallet: ['0x1'] }, []],
    ['an organization nobody is in', { organization_id: ['org_1'] }, []],
    ['an organization to leave out', { organization_id: ['-org_1'] }, ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['a provider nobody uses', { provider: 'oauth_google', provider_user_id: ['1'] }, []],
    ['a word in any field: full name', { query: 'a love' }, ['ada']],
    ['a word in any field: first and last names', { query: 'ADA' }, ['eve', 'ada']],
    ['a word in any field: email address', { query: 'bob@list' }, ['bob']],
    ['a word in any field: phone number', { query: '0103' }, ['cy']],
    ['a word in any field: username', { query: 'dee_1' }, ['dee']],
    ['a word in any field: id', { query: '@cy' }, ['cy']],
    ['a word in any field: external id', { query: 'X-2' }, ['bob']],
    ['no two fields at once', { query: 'Bob Marley\nuser' }, []],
    ['signs that mean something to the database mean themselves', { query: '%' }, []],
    ['part of an email address', { email_address_query: 'LIST.example' }, ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['part of a phone number', { phone_number_query: '5550105' }, ['eve']],
    ['part of a username', { username_query: 'EE_' }, ['dee']],
    ['part of a name', { name_query: 'you' }, ['cy']],
    ['banned', { banned: 'true' }, ['bob']],
    ['not banned', { banned: 'false' }, ['eve', 'dee', 'cy', 'ada']],
    ['created before', { created_at_before: String(day(2)) }, ['bob', 'ada']],
    ['created after', { created_at_after: String(day(2)) }, ['eve', 'dee']],
    ['signed in before', { last_sign_in_at_before: String(day(20)) }, ['ada']],
    ['signed in after', { last_sign_in_at_after: String(day(10)) }, ['bob']],
    ['active before', { last_active_at_before: String(day(25)) }, ['cy']],
    ['active after', { last_active_at_after: String(day(15)) }, ['dee']],
    ['active since', { last_active_at_since: String(day(15)) }, ['dee', 'cy']],
    ['several filters at once', { banned: 'false', created_at_before: String(day(2)) }, ['ada']],
    ['times out of all bounds', { created_at_before: '9007199254740991', created_at_after: '-5' }, ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['a page', { limit: '2', offset: '1' }, ['dee', 'cy']],
    ['after a cursor', { starting_after: '@cy' }, ['bob', 'ada']],
    ['after a cursor, oldest first', { starting_after: '@cy', order_by: 'created_at' }, ['dee', 'eve']],
  ])('%s', async (_what, query, expected) => {
    expect(await ask(query)).toEqual(expected);
    if (query['limit'] || query['starting_after']) return;
    const named = Object.fromEntries(Object.entries(query).map(([key, value]) => [key, [value].flat().map((one) => one.replace(/@(\w+)$/, (all, name: string) => ids.get(name) ?? all))]));
    const count = await test.bapi('GET', '/v1/users/count', { query: named });
    expect(count.body).toEqual({ object: 'total_count', total_count: expected.length });
  });

  it.each<[string, string[]]>([
    ['created_at', ['ada', 'bob', 'cy', 'dee', 'eve']],
    ['+created_at', ['ada', 'bob', 'cy', 'dee', 'eve']],
    ['-created_at', ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['updated_at', ['ada', 'bob', 'cy', 'dee', 'eve']],
    ['-email_address', ['eve', 'dee', 'cy', 'bob', 'ada']],
    ['first_name', ['ada', 'bob', 'cy', 'eve', 'dee']],
    ['-first_name', ['dee', 'eve', 'cy', 'bob', 'ada']],
    ['last_name', ['eve', 'ada', 'bob', 'cy', 'dee']],
    ['phone_number', ['cy', 'eve', 'ada', 'bob', 'dee']],
    ['username', ['dee', 'eve', 'ada', 'bob', 'cy']],
    ['last_sign_in_at', ['cy', 'dee', 'eve', 'ada', 'bob']],
    ['-last_sign_in_at', ['bob', 'ada', 'eve', 'dee', 'cy']],
    ['-last_active_at', ['dee', 'cy', 'eve', 'bob', 'ada']],
    ['web3wallet', ['ada', 'bob', 'cy', 'dee', 'eve']],
  ])('in the order %s', async (order, expected) => {
    expect(await ask({ order_by: order })).toEqual(expected);
  });

  it('come as a page where one is asked for', async () => {
    const { body } = await test.bapi('GET', '/v1/users', { query: { paginated: 'true', limit: '1' } });
    expect(body).toMatchObject({ data: [{ id: ids.get('eve') }], total_count: 5 });
  });

  it.each<[Query, string, string]>([
    [{ order_by: 'shoe_size' }, 'form_param_value_invalid', 'order_by'],
    [{ starting_after: 'user_unknown' }, 'form_resource_not_found', 'starting_after'],
    [{ starting_after: '@ada', order_by: 'username' }, 'form_conditional_param_value_disallowed', 'order_by'],
    [{ user_id: Array.from({ length: 101 }, (_, n) => `user_${n}`) }, 'form_param_array_size_exceeded', 'user_id'],
    [{ provider: 'oauth_google' }, 'form_conditional_param_missing', 'provider_user_id'],
    [{ limit: '501' }, 'form_param_format_invalid', 'limit'],
    [{ limit: '0' }, 'form_param_format_invalid', 'limit'],
    [{ offset: '-1' }, 'form_param_format_invalid', 'offset'],
  ])('refuse %j', async (query, code, param) => {
    const answer = await test.bapi('GET', '/v1/users', { query });
    expect([answer.status, answer.body.errors?.[0]?.code, answer.body.errors?.[0]?.meta?.param_name]).toEqual([422, code, param]);
  });
});
