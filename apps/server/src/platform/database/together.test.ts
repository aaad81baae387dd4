import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { together } from './together.ts';

it('asks once for what is wished at the same moment, and gives each its own', async () => {
  const { db } = await testDatabase();
  const rounds: (readonly number[])[] = [];
  const find = together<number, string>(async (_db, wishes) => {
    rounds.push(wishes);
    return wishes.map((wish) => (wish < 0 ? undefined : `found ${wish}`));
  });
  expect(await Promise.all([find(db, 1), find(db, -1), find(db, 1), find(db, 2)])).toEqual(['found 1', undefined, 'found 1', 'found 2']);
  expect(rounds).toEqual([[1, -1, 1, 2]]);
});

it('looks again for whoever comes once the query is on its way', async () => {
  const { db } = await testDatabase();
  let asked = 0;
  const find = together<string, number>(async (db, wishes) => {
    const round = ++asked;
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db);
    return wishes.map(() => round + (rows[0]?.one ?? 0));
  });
  const first = find(db, 'first');
  await expect.poll(() => asked).toBe(1);
  expect(await Promise.all([first, find(db, 'second')])).toEqual([2, 3]);
});

it('fails for all who wished together, and for nobody after them', async () => {
  const { db } = await testDatabase();
  let fails = true;
  const find = together<number, number>(async (_db, wishes) => {
    if (fails) throw new Error('the database is away');
    return wishes;
  });
  const results = await Promise.allSettled([find(db, 1), find(db, 2)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await find(db, 3)).toBe(3);
});
