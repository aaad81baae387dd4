import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { isUniqueViolation } from './errors.ts';
import { migrate } from './migrate.ts';
import type { Database } from './open.ts';
import { json } from './values.ts';

let database: Database;

beforeAll(async () => {
  database = await testDatabase();
  await sql`create table values_test (id int primary key, value jsonb)`.execute(database.db);
});

afterAll(async () => {
  await sql`drop table values_test`.execute(database.db);
});

describe('values', () => {
  it('come back as the types that the rooms expect', async () => {
    const { rows } = await sql`
      select 42::int8 as small, 9007199254740993::int8 as large, '2026-01-31'::date as day,
        '2026-01-31T12:00:00.123Z'::timestamptz as moment, '{"a":[1]}'::jsonb as document, '\\x00ff'::bytea as bytes,
        1.10::numeric as amount, count(*) as many`.execute(database.db);
    expect(rows[0]).toEqual({
      small: 42,
      large: 9007199254740993n,
      day: '2026-01-31',
      moment: new Date('2026-01-31T12:00:00.123Z'),
      document: { a: [1] },
      bytes: Buffer.from([0, 255]),
      amount: '1.10',
      many: 1,
    });
  });

  it.each([[[1, 'two']], ['text'], [null], [{ a: [] }], [false]])('json() stores %j as it is', async (value) => {
    await sql`insert into values_test values (1, ${json(value)}) on conflict (id) do update set value = excluded.value`.execute(database.db);
    const { rows } = await sql`select value from values_test where id = 1`.execute(database.db);
    expect(rows).toEqual([{ value }]);
  });

  it('sort text by code point, the same on every database', async () => {
    const { rows } = await sql<{ word: string }>`select word from unnest(${['b', 'ä', 'B', 'a', '_']}::text[]) as word order by word collate "C"`.execute(
      database.db,
    );
    expect(rows.map((row) => row.word)).toEqual(['B', '_', 'a', 'b', 'ä']);
  });
});

describe('errors', () => {
  it('tell a unique violation by its constraint', async () => {
    await sql`insert into values_test values (7, null)`.execute(database.db);
    const error = await sql`insert into values_test values (7, null)`.execute(database.db).catch((error: unknown) => error);
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'values_test_pkey')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    const other = await sql`select 1 / 0`.execute(database.db).catch((error: unknown) => error);
    expect(isUniqueViolation(other)).toBe(false);
  });

  it('leave the connection usable', async () => {
    await expect(sql`selec`.execute(database.db)).rejects.toMatchObject({ code: '42601' });
    await expect(
      database.db.transaction().execute(async (transaction) => {
        await sql`insert into values_test values (8, null)`.execute(transaction);
        await sql`select ${'x'}::int`.execute(transaction);
      }),
    ).rejects.toMatchObject({ code: '22P02' });
    const { rows } = await sql`select id from values_test where id = 8`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe('transactions', () => {
  it('of several callers wait for each other where there is one connection', async () => {
    await sql`insert into values_test values (9, '0')`.execute(database.db);
    const increment = () =>
      database.db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ value: number }>`select value from values_test where id = 9 for update`.execute(transaction);
        await sql`update values_test set value = ${json((rows[0]?.value ?? 0) + 1)} where id = 9`.execute(transaction);
      });
    await Promise.all(Array.from({ length: 20 }, increment));
    const { rows } = await sql`select value from values_test where id = 9`.execute(database.db);
    expect(rows).toEqual([{ value: 20 }]);
  });
});

it('migrations run again change nothing', async () => {
  const applied = async () => (await sql<{ name: string }>`select name from schema_migrations order by name`.execute(database.db)).rows;
  const before = await applied();
  await migrate(database.db);
  expect(await applied()).toEqual(before);
  expect(before).toContainEqual({ name: '0001-instances' });
});
