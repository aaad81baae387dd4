import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { freshDatabase } from '../../testing/database.ts';
import type { Database } from './open.ts';
import { StatementNames } from './statement-names.ts';

describe('a statement', () => {
  it('gets a name once it is sent often, and keeps it', () => {
    const names = new StatementNames();
    const given = [1, 2, 3, 4].map(() => names.nameOf('select $1'));
    expect(given).toEqual([undefined, undefined, expect.any(String), given[2]]);
  });

  it('gets another name than before once all are forgotten', () => {
    const names = new StatementNames();
    const often = () => [1, 2, 3].map(() => names.nameOf('select $1')).at(-1);
    const before = often();
    names.forget();
    expect(often()).not.toBe(before);
  });

  it('gets none when it searches: its best plan is another for each value', () => {
    const names = new StatementNames();
    for (let n = 0; n < 10; n++) expect(names.nameOf('select * from users where first_name ilike $1')).toBeUndefined();
  });

  it('gets none when there are enough', () => {
    const names = new StatementNames();
    const often = (text: string) => [1, 2, 3].map(() => names.nameOf(text)).at(-1);
    const given = Array.from({ length: 1000 }, (_, n) => often(`select $1, ${n}`)).filter((name) => name !== undefined);
    expect(given.length).toBeGreaterThan(100);
    expect(given.length).toBeLessThan(500);
    expect(new Set(given).size).toBe(given.length);
  });
});

// The embedded database prepares nothing by name.
describe.runIf(inject('testDatabase').kind === 'postgres')('on PostgreSQL', () => {
  const table = sql.table(`prepared_${randomBytes(4).toString('hex')}`);
  let database: Database;
  const read = (db = database.db) => sql<{ id: number }>`select * from ${table} where id = ${1}`.execute(db).then(({ rows }) => rows);

  beforeAll(async () => {
    database = await freshDatabase();
    await sql`create table ${table} (id int primary key)`.execute(database.db);
    await sql`insert into ${table} values (1)`.execute(database.db);
  });

  afterAll(() => database.close());

  it('what is asked often is prepared, and answers the same', async () => {
    await database.db.connection().execute(async (db) => {
      for (let n = 0; n < 5; n++) expect(await read(db)).toEqual([{ id: 1 }]);
      const { rows } = await sql`select name from pg_prepared_statements`.execute(db);
      expect(rows).toHaveLength(1);
    });
  });

  it('statements of many parts still run', async () => {
    await sql.raw('create temporary table parts (id int); drop table parts').execute(database.db);
  });

  it('a column that another node has added stops nobody', async () => {
    await database.db.connection().execute(async (db) => {
      for (let n = 0; n < 5; n++) await read(db);
      await sql`alter table ${table} add column extra text`.execute(db);
      for (let n = 0; n < 5; n++) expect(await read(db)).toEqual([{ id: 1, extra: null }]);
    });
  });

  it('a transaction that meets such a column fails, and the next one does not', async () => {
    for (let n = 0; n < 5; n++) await read();
    const during = database.db.transaction().execute(async (db) => {
      for (let n = 0; n < 5; n++) await read(db);
      await sql`alter table ${table} add column another text`.execute(db);
      return read(db);
    });
    await expect(during).rejects.toMatchObject({ code: '0A000' });
    expect(await database.db.transaction().execute(read)).toEqual([{ id: 1, extra: null }]);
  });
});
