import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Format } from './batches.ts';
import { importUsers } from './import.ts';
import { RejectsFile } from './rejects.ts';
import type { ImportProgress } from './store.ts';

const ID = 'user_2YDryYFVMM1W1plDDKz7Gzf4we6';
const EMAIL_ID = 'idn_2YDryYFVMM1W1plDDKz7Gzf4we6';
/** bcrypt of `U*U`. */
const DIGEST = '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';

let folder: string;
let house: TestInstance;
let other: TestInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-import-'));
  house = await createTestInstance();
  other = await createTestInstance();
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function fileOf(text: string): Promise<string> {
  const path = join(folder, `users-${++files}`);
  await writeFile(path, text);
  return path;
}

interface Options {
  format?: Format;
  resume?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

async function run(test: TestInstance, path: string, { format = 'foyer', resume = false, onProgress = () => undefined }: Options = {}) {
  const rejects = new RejectsFile(`${path}.rejects`);
  const { imported, rejected } = await importUsers(test.ctx, { path, format, resume, rejects, onProgress });
  return { imported, rejected };
}

async function rejectsOf(path: string): Promise<{ line: number; reason: string }[]> {
  const lines = (await readFile(`${path}.rejects`, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as { line: number; reason: string });
}

const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');

describe('an imported user', () => {
  it('is who they were: ids, identifiers, password, second factor, metadata and times', async () => {
    const record = {
      id: ID,
      external_id: 'crm-1',
      username: 'Ada',
      first_name: 'Ada',
      email_addresses: [
        { email_address: 'new@import.example.com', verified: false },
        { id: EMAIL_ID, email_address: 'ADA@import.example.com', verified: true, primary: true },
      ],
      phone_numbers: [{ phone_number: '+12015550142', verified: true, reserved_for_second_factor: true }],
      web3_wallets: [{ web3_wallet: `0x${'A'.repeat(40)}`, verified: true }],
      password_digest: DIGEST,
      password_hasher: 'bcrypt',
      totp_secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      backup_codes: ['first-code', 'second-code'],
      public_metadata: { plan: 'pro', __proto__: 1 },
      private_metadata: { note: 'ü "quoted" \\ 100%' },
      create_organizations_limit: 3,
      banned_at: null,
      last_sign_in_at: Date.UTC(2025, 0, 2),
      created_at: Date.UTC(2020, 0, 1),
    };
    expect(await run(house, await fileOf(lines([record])))).toEqual({ imported: 1, rejected: 0 });

    const { body } = await house.bapi('GET', `/v1/users/${ID}`);
    expect(body).toMatchObject({
      external_id: 'crm-1',
      username: 'ada',
      primary_email_address_id: EMAIL_ID,
      email_addresses: expect.arrayContaining([
        expect.objectContaining({ id: EMAIL_ID, email_address: 'ada@import.example.com', verification: expect.objectContaining({ status: 'verified' }) }),
        expect.objectContaining({ email_address: 'new@import.example.com', verification: null }),
      ]),
      phone_numbers: [{ phone_number: '+12015550142', reserved_for_second_factor: true, default_second_factor: true }],
      web3_wallets: [{ verification: expect.objectContaining({ status: 'verified' }) }],
      password_enabled: true,
      totp_enabled: true,
      backup_code_enabled: true,
      two_factor_enabled: true,
      public_metadata: { plan: 'pro' },
      private_metadata: record.private_metadata,
      create_organizations_limit: 3,
      last_sign_in_at: record.last_sign_in_at,
      created_at: record.created_at,
    });
    expect((await house.bapi('POST', `/v1/users/${ID}/verify_password`, { json: { password: 'U*U' } })).body).toEqual({ verified: true });
    expect((await house.bapi('POST', `/v1/users/${ID}/verify_totp`, { json: { code: 'secondcode' } })).body).toEqual({ verified: true, code_type: 'backup_code' });
  });

  it('is nobody in another instance, which may import them too', async () => {
    expect((await other.bapi('GET', `/v1/users/${ID}`)).status).toBe(404);
    const record = { id: ID, email_addresses: [{ email_address: 'ada@import.example.com', verified: true }] };
    expect(await run(other, await fileOf(lines([record])))).toEqual({ imported: 1, rejected: 0 });
  });

  it('comes from a row of Clerk’s CSV as well', async () => {
    const csv = `id,first_name,last_name,username,primary_email_address,verified_email_addresses,password_digest,password_hasher\nuser_2ZZCgLE7kJG2CRBxTZ6YUIvzS10,John,Doe,,john@import.example.com,john@import.example.com,${DIGEST},bcrypt\n`;
    expect(await run(house, await fileOf(csv), { format: 'clerk' })).toEqual({ imported: 1, rejected: 0 });
    const { body } = await house.bapi('GET', '/v1/users', { query: { email_address: ['john@import.example.com'] } });
    expect(body).toMatchObject([{ id: 'user_2ZZCgLE7kJG2CRBxTZ6YUIvzS10', last_name: 'Doe', password_enabled: true }]);
  });
});

describe('a bad record', () => {
  it('stops nothing, and is named with its line and the reason', async () => {
    const good = (name: string) => ({ email_addresses: [{ email_address: `${name}@rejects.example.com`, verified: true }] });
    const records = [
      good('first'),
      good('first'),
      { ...good('ada'), username: 'ADA' },
      { email_addresses: [{ email_address: 'nobody' }] },
      { ...good('digest'), password_digest: 'x', password_hasher: 'md5' },
      { ...good('hasher'), password_digest: 'x', password_hasher: 'rot13' },
      { ...good('later'), created_at: Date.now() + 3_600_000 },
      { ...good('id'), id: '42' },
      { ...good('nul'), first_name: 'a\0b' },
      { ...good('field'), shoe_size: 43 },
      { first_name: 'Nobody' },
      { id: ID },
      { email_addresses: [{ email_address: 'a@rejects.example.com' }, { email_address: 'A@rejects.example.com' }] },
      { email_addresses: [{ id: EMAIL_ID, email_address: 'b@rejects.example.com' }] },
      good('last'),
    ];
    const path = await fileOf(`${lines(records)}\n{"half":`);
    expect(await run(house, path)).toEqual({ imported: 2, rejected: 14 });
    const rejects = await rejectsOf(path);
    expect(rejects.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16]);
    const reasons = [
      'email_address first@rejects.example.com belongs',
      'username ada belongs',
      'not an email address',
      'password_digest',
      'hasher is not supported',
      'future',
      'id 42',
      'first_name holds',
      'shoe_size',
      'nothing to tell',
      `id ${ID}`,
      'a@rejects.example.com is there twice',
      `id ${EMAIL_ID}`,
      'not JSON',
    ];
    for (const [at, reason] of reasons.entries()) expect(rejects[at]?.reason).toContain(reason);
  });

  it('may share an unverified address with somebody else’s verified one', async () => {
    const record = { external_id: 'shares', email_addresses: [{ email_address: 'ada@import.example.com', verified: false }] };
    expect(await run(house, await fileOf(lines([record])))).toEqual({ imported: 1, rejected: 0 });
  });
});

describe('an import that was cut off', () => {
  const PEOPLE = 3_500;
  const people = Array.from({ length: PEOPLE }, (_, n) =>
    n % 100 === 7 ? { email_addresses: [{ email_address: 'nobody' }] } : { external_id: `cut-${n}`, email_addresses: [{ email_address: `n${n}@cut.example.com`, verified: true }] },
  );
  const cutAfter = (records: number) => (progress: ImportProgress) => {
    if (progress.records >= records) throw new Error('cut off');
  };
  let path: string;

  it('goes on where it stood, with each user and each reject once', async () => {
    path = await fileOf(lines(people));
    await expect(run(other, path, { onProgress: cutAfter(1_000) })).rejects.toThrow('cut off');
    await expect(run(other, path)).rejects.toThrow(/stopped after \d+ records. Add --resume/);
    await expect(run(other, path, { format: 'clerk', resume: true })).rejects.toThrow('--format foyer');
    await expect(run(other, path, { resume: true, onProgress: cutAfter(3_000) })).rejects.toThrow('cut off');
    // As when the power goes after the rejects of a batch were written, and before its transaction ended.
    await writeFile(`${path}.rejects`, `${await readFile(`${path}.rejects`, 'utf8')}{"line":9999,"reas`);
    expect(await run(other, path, { resume: true })).toEqual({ imported: PEOPLE - 35, rejected: 35 });

    expect((await rejectsOf(path)).map(({ line }) => line)).toEqual(Array.from({ length: 35 }, (_, n) => n * 100 + 8));
    const { body } = await other.bapi('GET', '/v1/users/count', { query: { email_address_query: '@cut.example.com' } });
    expect(body.total_count).toBe(PEOPLE - 35);
  });

  it('can be done again when it is finished: then everybody is there already', async () => {
    expect(await run(other, path)).toEqual({ imported: 0, rejected: PEOPLE });
  });

  it('is not done by two at the same time', async () => {
    const twice = await fileOf(lines(people.map((_, n) => ({ external_id: `twice-${n}` }))));
    await expect(run(other, twice, { onProgress: cutAfter(1_000) })).rejects.toThrow('cut off');
    const both = await Promise.allSettled([run(other, twice, { resume: true }), run(other, twice, { resume: true })]);
    for (const one of both) if (one.status === 'rejected') expect(one.reason).toMatchObject({ message: expect.stringContaining('Another process') });
    const { rows } = await sql<{ count: number }>`select count(*) as count from users where instance_id = ${other.instance.id} and external_id like 'twice-%'`.execute(other.ctx.db);
    expect(rows).toEqual([{ count: PEOPLE }]);
  });
});
