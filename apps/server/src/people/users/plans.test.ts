import type { ListUsersQuery } from '@foyer/protocol/schemas/requests/users';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { transaction, type Context } from '../../platform/context.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import { listUsers } from './list.ts';

const PEOPLE = 5_000;
const MIDDLE = `user_${String(PEOPLE / 2).padStart(27, '0')}`;

/** What the database must do to answer must not grow with the number of people. */
describe('lists of many users', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance();
    const { id } = test.instance;
    await transaction(test.ctx, async ({ db }) => {
      // All entries of the directory together, as an import does it.
      await sql`set local foyer.directory = 'later'`.execute(db);
      await sql`
        insert into users (instance_id, id, first_name, created_at, updated_at, last_sign_in_at, last_active_at)
        select ${id}, 'user_' || lpad(n::text, 27, '0'), 'N' || n, now() - n * interval '1 minute', now() - n * interval '1 minute',
          case when n % 3 = 0 then now() - n * interval '1 second' end, case when n % 2 = 0 then now() - n * interval '1 second' end
        from generate_series(1, ${PEOPLE}::int) n`.execute(db);
      // Before the next insertion: each of its rows looks its user up, and not by reading the whole table.
      await sql`analyze users`.execute(db);
      await sql`
        insert into email_addresses (instance_id, id, user_id, email_address, verified_at, created_at, updated_at)
        select ${id}, 'idn_' || lpad(n::text, 27, '0'), 'user_' || lpad(n::text, 27, '0'), 'n' || n || '@plans.example.com', now(), now(), now()
        from generate_series(1, ${PEOPLE}::int) n`.execute(db);
      await sql`analyze email_addresses`.execute(db);
      await sql`select refresh_user_directory(${id}, (select array_agg(id) from users where instance_id = ${id}))`.execute(db);
    });
    // As autovacuum leaves it: what was just added waits outside the index of parts, and is read in full.
    await sql`vacuum analyze user_directory`.execute(test.ctx.db);
  });

  it.each<[string, Partial<ListUsersQuery>]>([
    ['newest first', {}],
    ['oldest first', { order_by: 'created_at' }],
    ['after a cursor', { starting_after: MIDDLE }],
    ['by update', { order_by: '-updated_at' }],
    ['by last sign-in', { order_by: '-last_sign_in_at' }],
    ['by last sign-in, longest ago first', { order_by: 'last_sign_in_at' }],
    ['by last activity', { order_by: '-last_active_at' }],
    ['an email address', { email_address: ['n777@plans.example.com'] }],
    ['a user id', { user_id: [MIDDLE] }],
    ['an external id', { external_id: ['nobody'] }],
    ['by first name', { order_by: 'first_name' }],
    ['by email address', { order_by: '-email_address' }],
    ['a part of anything', { query: 'n4321@plans' }],
    ['a part of an email address', { email_address_query: '4321@pla' }],
    ['a part of a name', { name_query: 'nobody at all' }],
    ['a part of a username', { username_query: 'nobody' }],
    ['a part of a phone number', { phone_number_query: '5550100' }],
  ])('%s', async (_what, query) => {
    expect(await rowsRead({ order_by: '-created_at', limit: 10, offset: 0, ...query })).toBeLessThan(200);
  });

  it('sees what a list reads that no index serves: two letters make no trigram', async () => {
    expect(await rowsRead({ order_by: '-created_at', limit: 10, offset: 0, name_query: 'qz' })).toBeGreaterThanOrEqual(PEOPLE);
  });

  /** How many rows a list reads from the tables, by the database's own count within its transaction. */
  function rowsRead(query: ListUsersQuery): Promise<number> {
    return transaction(test.ctx, async (ctx) => {
      const before = await readSoFar(ctx);
      await listUsers(ctx, query);
      return (await readSoFar(ctx)) - before;
    });
  }

  async function readSoFar(ctx: Context): Promise<number> {
    const { rows } = await sql<{ read: number }>`
      select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where relname in ('users', 'user_directory', 'email_addresses', 'phone_numbers')`.execute(ctx.db);
    return rows[0]?.read ?? 0;
  }
});
