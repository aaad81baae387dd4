import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Format } from './batches.ts';
import { exportUsers } from './export.ts';
import { importUsers } from './import.ts';
import { RejectsFile } from './rejects.ts';

const PEOPLE = 1_203;
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

let folder: string;
let house: TestInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-export-'));
  house = await createTestInstance();
  const ada = {
    username: 'ada',
    first_name: 'Ada, "the first"',
    last_name: 'Love\nlace',
    external_id: 'crm-1',
    email_addresses: [{ email_address: 'ada@export.example.com', verified: true }, { email_address: 'held@export.example.com', reserved: true }],
    phone_numbers: [{ phone_number: '+12015550142', verified: true, reserved_for_second_factor: true }],
    web3_wallets: [{ web3_wallet: `0x${'a'.repeat(40)}`, verified: true }],
    passkeys: [{ name: 'Phone', rp_id: 'example.com', credential_id: 'AAEC', public_key: 'AwQF', counter: 7 }],
    password_digest: '5f4dcc3b5aa765d61d8327deb882cf99',
    password_hasher: 'md5',
    totp_secret: SECRET,
    public_metadata: { plan: 'pro' },
    create_organization_enabled: false,
    banned_at: Date.UTC(2024, 0, 1),
    created_at: Date.UTC(2020, 0, 1),
  };
  const others = Array.from({ length: PEOPLE - 1 }, (_, n) => ({ email_addresses: [{ email_address: `n${n}@export.example.com`, verified: true }] }));
  await bring(house, [ada, ...others].map((record) => JSON.stringify(record)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
const newPath = () => join(folder, `users-${++files}`);

async function bring(test: TestInstance, text: string, format: Format = 'foyer') {
  const path = newPath();
  await writeFile(path, text);
  return importUsers(test.ctx, { path, format, resume: false, rejects: new RejectsFile(`${path}.rejects`), onProgress: () => undefined });
}

async function exported(test: TestInstance, options: { path?: string; format?: Format; withSecrets?: boolean; resume?: boolean } = {}): Promise<string> {
  const { path = newPath(), format = 'foyer', withSecrets = false, resume = false } = options;
  await exportUsers(test.ctx, { path, format, withSecrets, resume, onProgress: () => undefined });
  return readFile(path, 'utf8');
}

const sorted = (text: string) => text.split('\n').filter(Boolean).sort();

describe('an export', () => {
  it('imported elsewhere and exported there is the same', async () => {
    const text = await exported(house, { withSecrets: true });
    expect(sorted(text)).toHaveLength(PEOPLE);
    const other = await createTestInstance();
    expect(await bring(other, text)).toMatchObject({ imported: PEOPLE, rejected: 0 });
    expect(await exported(other, { withSecrets: true })).toBe(text);
  });

  it('holds the secrets of authenticator apps only when they are asked for', async () => {
    expect(await exported(house)).not.toContain('totp_secret');
    expect(await exported(house, { withSecrets: true })).toContain(SECRET);
  });

  it('holds nobody of another instance', async () => {
    expect(await exported(await createTestInstance())).toBe('');
  });

  it('can be read by its owner only, and never overwrites a file', async () => {
    const path = newPath();
    await exported(house, { path });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(exported(house, { path })).rejects.toThrow('EEXIST');
  });

  it('that was cut off goes on after its last whole line', async () => {
    const whole = await exported(house);
    const path = newPath();
    for (const length of [0, 100, Math.floor(whole.length / 2), whole.length - 1, whole.length]) {
      await writeFile(path, whole.slice(0, length));
      expect(await exported(house, { path, resume: true })).toBe(whole);
    }
    await writeFile(path, 'id,first_name\nuser_1,Ada\n');
    await expect(exported(house, { path, resume: true })).rejects.toThrow('not an export in the format foyer');
  });

  it('as CSV has the columns of Clerk’s, and can be imported as such', async () => {
    const text = await exported(house, { format: 'clerk', withSecrets: true });
    expect(text).toContain(
      'id,first_name,last_name,username,primary_email_address,primary_phone_number,verified_email_addresses,unverified_email_addresses,verified_phone_numbers,unverified_phone_numbers,totp_secret,password_digest,password_hasher,',
    );
    const other = await createTestInstance();
    expect(await bring(other, text, 'clerk')).toMatchObject({ imported: PEOPLE, rejected: 0 });
    expect(await exported(other, { format: 'clerk', withSecrets: true })).toBe(text);
  });
});
