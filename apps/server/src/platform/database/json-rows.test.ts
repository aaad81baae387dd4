import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { rowsFromJson, type JsonRow } from './json-rows.ts';

/** A value of every kind that our tables hold. */
const ROW = sql`
  select 'x' as text, null::text as nothing, 7 as number, true as truth, '2026-11-23 09:16:24.123456+00'::timestamptz as made_at, null::timestamptz as gone_at,
    '\\x00ff'::bytea as secret, null::bytea as no_secret, '{"at": ["2026-11-23"], "made_at": "2026-11-23"}'::jsonb as data`;

interface Row {
  secret: Buffer | null;
  no_secret: Buffer | null;
}

describe('rows in a JSON value', () => {
  it('are the same as rows by themselves', async () => {
    const { db } = await testDatabase();
    const { rows } = await sql<Row>`${ROW}`.execute(db);
    const { rows: answers } = await sql<{ rows: JsonRow[] }>`select json_agg(t) as rows from (${ROW}) t`.execute(db);
    expect(rowsFromJson<Row>(answers[0]?.rows ?? null, ['secret', 'no_secret'])).toStrictEqual(rows);
  });

  it('may be none', async () => {
    const { db } = await testDatabase();
    const { rows } = await sql<{ rows: JsonRow[] | null }>`select json_agg(t) as rows from (${ROW}) t where false`.execute(db);
    expect(rowsFromJson(rows[0]?.rows ?? null)).toEqual([]);
  });
});
