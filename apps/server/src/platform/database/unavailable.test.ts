import { Pool } from 'pg';
import { expect, it } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { isUnavailable } from './unavailable.ts';

const failed = (code: string) => Object.assign(new Error('No.'), { code });
const failure = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => error);

it('tells what passes from what is wrong', () => {
  for (const code of ['40P01', '53300', '57014', 'ECONNREFUSED']) expect(isUnavailable(failed(code)), code).toBe(true);
  for (const code of ['23505', '42601', 'ENOENT']) expect(isUnavailable(failed(code)), code).toBe(false);
  expect(isUnavailable(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isUnavailable(new TypeError('x is not a function'))).toBe(false);
  expect(isUnavailable('no error at all')).toBe(false);
});

it('knows how the driver says that no connection came free, and that there is no server', async () => {
  const { kind } = await testDatabase();
  const nobody = new Pool({ host: '127.0.0.1', port: 1, connectionTimeoutMillis: 5_000 });
  expect(isUnavailable(await failure(nobody.query('select 1')))).toBe(true);
  await nobody.end();
  if (kind === 'pglite') return;

  const { pool: { options } } = await testDatabase();
  const narrow = new Pool({ ...options, max: 1, connectionTimeoutMillis: 50 });
  const held = await narrow.connect();
  expect(isUnavailable(await failure(narrow.query('select 1')))).toBe(true);
  await held.query('set statement_timeout = 1');
  expect(isUnavailable(await failure(held.query('select pg_sleep(5)')))).toBe(true);
  held.release();
  await narrow.end();
});
