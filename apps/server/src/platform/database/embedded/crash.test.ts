import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../open.ts';

/** Inside the checkout, so that the program finds its packages. */
const cacheDir = fileURLToPath(new URL('../../../../../../.cache', import.meta.url));
let folder: string;

/** Writes numbered rows as fast as it can, and says each one when it is acknowledged. */
const WRITER = `
  import { openDatabase } from './open.ts';
  const { pool } = await openDatabase({ dataDir: process.argv[2], cacheDir: process.argv[3] });
  await pool.query('create table if not exists written (n int primary key)');
  const { rows } = await pool.query('select coalesce(max(n), 0) as n from written');
  for (let n = rows[0].n + 1; ; n += 1) {
    await pool.query('insert into written values ($1)', [n]);
    process.stdout.write(n + '\\n');
  }`;

beforeAll(async () => {
  mkdirSync(cacheDir, { recursive: true });
  folder = mkdtempSync(join(cacheDir, 'crash-'));
  await build({
    stdin: { contents: WRITER, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: join(folder, 'writer.mjs'),
  });
  copyFileSync(new URL('./thread.mjs', import.meta.url), join(folder, 'thread.mjs'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Several programs start one after the other here, and a busy machine takes its time with each. */
const TIMEOUT_MS = 180_000;

it('has every acknowledged row after kill -9, three times over', async () => {
  const dataDir = join(folder, 'data');
  let acknowledged = 0;
  for (const rows of [50, 150, 100]) acknowledged = await writeAndKill(dataDir, acknowledged + rows);

  const database = await openDatabase({ dataDir, cacheDir });
  const { rows } = await database.pool.query<{ n: number }>('select n from written order by n');
  await database.close();
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(rows.map((row) => row.n)).toEqual(rows.map((_, index) => index + 1));
}, TIMEOUT_MS);

it('lets one of many in when they find the folder of a killed one', async () => {
  const dataDir = join(folder, 'contested');
  await writeAndKill(dataDir, 1);
  const writers = [1, 2, 3, 4].map(() => startWriter(dataDir));
  const outcomes = await Promise.all(
    writers.map((writer) => Promise.race([once(writer.stdout, 'data').then(() => 'writes'), once(writer, 'exit').then(([code]) => code as number)])),
  );
  for (const writer of writers) writer.kill('SIGKILL');
  expect(outcomes.sort()).toEqual([1, 1, 1, 'writes']);
}, TIMEOUT_MS);

/** Runs the writer until it has said the number, kills it, and returns the last number it said. */
async function writeAndKill(dataDir: string, until: number): Promise<number> {
  const writer = startWriter(dataDir);
  const exited = once(writer, 'exit');
  let last = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last >= until) writer.kill('SIGKILL');
  }
  await exited;
  return last;
}

function startWriter(dataDir: string): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [join(folder, 'writer.mjs'), dataDir, cacheDir], { stdio: ['ignore', 'pipe', 'ignore'] });
}
