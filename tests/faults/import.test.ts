import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { userLine, writeUsers } from '../lib/users-file.mjs';
import { hasPostgres, newGround, type Ground } from './house.ts';

const FOYER = fileURLToPath(new URL('../../apps/server/dist/server/cli.js', import.meta.url));

const LINES = 8_000;
/** Every so many lines one is no user: what becomes of them must be told once, too. */
const BROKEN_EVERY = 500;
const BROKEN = LINES / BROKEN_EVERY;
/** So many users are there when an import is killed, or stopped by Ctrl-C, and how it ends. */
const CUT_OFF_AT = [
  { users: 1, by: 'SIGKILL', status: null },
  { users: LINES / 4, by: 'SIGINT', status: 130 },
  { users: LINES / 2, by: 'SIGKILL', status: null },
] as const;
const SLUG = 'moving-in-1';

let ground: Ground;
let folder: string;
let database: pg.Client;
beforeAll(async () => {
  if (!hasPostgres) return;
  ground = await newGround('postgres');
  folder = mkdtempSync(join(tmpdir(), `foyer-import-${randomBytes(3).toString('hex')}-`));
  database = new pg.Client({ connectionString: ground.env['DATABASE_URL'] });
  await database.connect();
});
afterAll(async () => {
  if (!hasPostgres) return;
  await database.end();
  await ground.clear();
  rmSync(folder, { recursive: true, force: true });
});

it.skipIf(!hasPostgres)('an import that is cut off again and again loses nobody and brings nobody in twice', async () => {
  expect((await foyer('instances', 'create', '--slug', SLUG).ended).status).toBe(0);
  const file = await writeUsers(folder, LINES, (n) => (n % BROKEN_EVERY === 0 ? '{"email_addresses":"none"}' : userLine(n)));
  const importing = (...options: string[]) => foyer('users', 'import', file, '--instance', SLUG, ...options);

  for (const [time, { users, by, status }] of CUT_OFF_AT.entries()) {
    const cutOff = importing(...(time === 0 ? [] : ['--resume']));
    while ((await count('*', 'users')) < users && cutOff.isRunning()) await sleep(5);
    cutOff.kill(by);
    expect((await cutOff.ended).status).toBe(status);
    expect(await count('*', 'users'), `the import was over before it was cut off at ${users}`).toBeLessThan(LINES - BROKEN);
  }

  const again = await importing().ended;
  expect([again.status, again.output]).toEqual([1, expect.stringContaining('--resume')]);
  const last = await importing('--resume').ended;
  expect([last.status, last.output]).toEqual([0, expect.stringContaining(`Rejected ${BROKEN}`)]);

  expect(await count('*', 'users')).toBe(LINES - BROKEN);
  expect(await count('distinct email_address', 'email_addresses')).toBe(LINES - BROKEN);
  expect(await count('distinct user_id', 'email_addresses')).toBe(LINES - BROKEN);
  const told = readFileSync(`${file}.rejects`, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { line: number }).line);
  expect(told).toEqual(Array.from({ length: BROKEN }, (_, index) => index * BROKEN_EVERY + 1));
});

/** Runs the `foyer` command. */
function foyer(...args: string[]) {
  const child = spawn(process.execPath, [FOYER, ...args], { env: { ...process.env, ...ground.env, LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<{ status: number | null; output: string }>((resolve) => child.once('close', (status) => resolve({ status, output })));
  return { ended, isRunning: () => child.exitCode === null && child.signalCode === null, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}

/** Counts rows, or different values, of everything that was imported. */
async function count(what: string, table: string): Promise<number> {
  const { rows } = await database.query<{ count: number }>(`select count(${what})::int as count from ${table}`);
  return rows[0]?.count ?? 0;
}
