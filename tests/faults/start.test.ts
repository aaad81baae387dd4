import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFoyer } from '../lib/servers.ts';
import { hasPostgres, newGround, type Ground } from './house.ts';

const FOYER = fileURLToPath(new URL('../../apps/server/dist/server/main.js', import.meta.url));
const KINDS = hasPostgres ? (['pglite', 'postgres'] as const) : (['pglite'] as const);
let ground: Ground;

afterEach(() => ground.clear());

/** Starts Foyer where it cannot start. What it says is one paragraph, without a stack. */
async function refusal(env: Record<string, string | undefined>): Promise<string> {
  const child = spawn(process.execPath, [FOYER], { env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...ground.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [status] = (await once(child, 'close')) as [number | null];
  expect({ status, said }).toEqual({ status: 1, said: expect.stringMatching(/^\n[^\n]+\n$/) });
  return said;
}

describe.each(KINDS)('a start on %s', (kind) => {
  beforeEach(async () => {
    ground = await newGround(kind);
    await (await startFoyer(ground.env)).stop();
  });

  it('with another encryption key is refused', async () => {
    const said = await refusal({ FOYER_ENCRYPTION_KEY: randomBytes(32).toString('hex') });
    expect(said).toContain('The encryption key in FOYER_ENCRYPTION_KEY is not the one with which this database was filled');
  });

  it('on a taken port is refused, and lets go of the data folder', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const said = await refusal({ PORT: String(port) });
    other.close();
    expect(said).toContain(`Port ${port} is taken`);
    expect(existsSync(join(ground.env['FOYER_DATA_DIR'] ?? '', 'lock'))).toBe(false);
  });
});

describe.skipIf(!hasPostgres)('a start on a PostgreSQL', () => {
  beforeEach(async () => {
    ground = await newGround('postgres');
    await (await startFoyer(ground.env)).stop();
  });

  it('that a newer Foyer has changed is refused, and changes nothing', async () => {
    await query("insert into schema_migrations values ('9999-from-the-future', 'now')");
    expect(await refusal({})).toContain('was changed by a newer Foyer (with its migration 9999-from-the-future)');
  });

  it('that takes no writes is refused', async () => {
    await query('alter role foyer set default_transaction_read_only = on');
    expect(await refusal({})).toContain('takes no writes');
  });

  it('with a role that may only read is refused', async () => {
    await query('create role reader login; grant usage on schema public to reader; grant select on all tables in schema public to reader');
    const asReader = ground.env['DATABASE_URL']?.replace('foyer@', 'reader@');
    expect(await refusal({ DATABASE_URL: asReader })).toContain('The user of DATABASE_URL may not do what Foyer needs');
  });

  it('with a database that does not exist is refused', async () => {
    expect(await refusal({ DATABASE_URL: ground.env['DATABASE_URL']?.replace('/postgres?', '/nowhere?') })).toContain('it has no database of that name');
  });
});

async function query(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: ground.env['DATABASE_URL'] });
  await client.connect();
  await client.query(text);
  await client.end();
}
