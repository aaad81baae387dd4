import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { SettingsError } from '../instances/settings/settings.ts';
import { readSecret } from '../instances/secrets/service.ts';
import { createTestInstance, testApp, type TestApp, type TestInstance } from '../testing/app.ts';
import { UsageError, type Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { configDiff, configPull, configPush } from './commands/config.ts';
import { instancesCreate, instancesList } from './commands/instances.ts';
import { keysCreate, keysList, keysRevoke, keysRoll } from './commands/keys.ts';
import { secretsRemove, secretsSet } from './commands/secrets.ts';
import { usersExport, usersImport } from './commands/users.ts';
import { helpFor } from './help.ts';

let app: TestApp;
let house: TestInstance;
beforeAll(async () => {
  app = await testApp();
  house = await createTestInstance();
});

/** Runs a command and answers what it printed. */
async function run(command: Command, positionals: string[] = [], values: Record<string, string | boolean> = {}): Promise<string> {
  const lines: string[] = [];
  await command.run({ platform: app.platform, instances: app.instances, print: (line) => void lines.push(line) }, { positionals, values });
  return lines.join('\n');
}

describe('foyer instances', () => {
  it('creates a production instance with a chosen host and key, which then opens the Backend API', async () => {
    const host = `clerk.${randomBytes(4).toString('hex')}.example.com`;
    const secretKey = `sk_live_${randomBytes(20).toString('hex')}`;
    const printed = await run(instancesCreate, [], { production: true, host, 'secret-key': secretKey, name: 'Moved' });
    expect(printed).toContain(`CLERK_PUBLISHABLE_KEY=pk_live_${Buffer.from(`${host}$`).toString('base64')}`);
    expect((await house.bapi('GET', '/v1/users/count', { secretKey })).status).toBe(200);
    expect(await run(instancesList)).toContain(host);
    app.instances.forget();
    // An app that moves here has sign-in pages of its own already.
    expect((await app.instances.byHost(host))?.settings.attack_protection.client_trust).toBe(false);
    await expect(run(instancesCreate, [], { production: true, host })).rejects.toThrow(/already/);
  });

  it('begins with client trust, as new applications do', async () => {
    const slug = `new-${randomBytes(6).toString('hex')}`;
    await run(instancesCreate, [], { slug });
    app.instances.forget();
    expect((await app.instances.bySlug(slug))?.settings.attack_protection.client_trust).toBe(true);
  });

  it.each([
    [{ production: true }, /host/],
    [{ production: true, host: 'https://clerk.example.com' }, /not a host name/],
    [{ slug: 'Not a slug' }, /slug/],
    [{ 'secret-key': 'sk_test_short' }, /sk_test_/],
  ])('refuses %j', async (values, message) => {
    await expect(run(instancesCreate, [], values as Record<string, string | boolean>)).rejects.toThrow(message);
  });
});

describe('foyer secrets', () => {
  it('keeps and forgets what an instance needs of other services', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-secrets-'));
    const file = join(folder, 'turnstile');
    await writeFile(file, 'its-secret\n');
    const { slug } = house.instance;
    await run(secretsSet, ['turnstile_secret_key', slug], { file });
    expect(await readSecret(house.ctx, 'turnstile_secret_key')).toBe('its-secret');
    await run(secretsRemove, ['turnstile_secret_key', slug]);
    expect(await readSecret(house.ctx, 'turnstile_secret_key')).toBeNull();
    await expect(run(secretsRemove, ['turnstile_secret_key', slug])).rejects.toThrow(UsageError);
    await expect(run(secretsSet, ['something', slug], { file })).rejects.toThrow(/turnstile_secret_key/);
    await expect(run(secretsSet, ['turnstile_secret_key', slug])).rejects.toThrow(/--file/);
    await rm(folder, { recursive: true });
  });
});

describe('foyer keys', () => {
  it('creates, lists and revokes secret keys', async () => {
    const { slug } = house.instance;
    const secretKey = await run(keysCreate, [slug], { name: 'CI' });
    expect((await house.bapi('GET', '/v1/users/count', { secretKey })).status).toBe(200);
    const id = /(sk_\w+) +CI/.exec(await run(keysList, [slug]))?.[1] ?? '';
    expect(await run(keysRevoke, [id, slug])).toBe(`Revoked ${id}.`);
    expect((await house.bapi('GET', '/v1/users/count', { secretKey })).body.errors[0].code).toBe('clerk_key_invalid');
    await expect(run(keysRevoke, [id, slug])).rejects.toThrow(UsageError);
  });

  it('rolls the signing key', async () => {
    const printed = await run(keysRoll, [house.instance.slug]);
    const { body } = await house.bapi('GET', '/v1/jwks');
    expect(body.keys).toHaveLength(2);
    expect(printed).toContain(body.keys[0].kid);
  });
});

describe('foyer config', () => {
  it('pulls settings, shows what a file would change, and pushes it when told to', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'foyer-config-')), 'foyer.yaml');
    const { slug } = house.instance;
    await run(configPull, [slug], { file });
    expect(await run(configDiff, [slug], { file })).toBe('Nothing would change.');
    await writeFile(file, (await readFile(file, 'utf8')).replace('min_length: 8', 'min_length: 12'));
    expect(await run(configDiff, [slug], { file })).toBe('password.min_length: 8 → 12');
    expect(await run(configPush, [slug], { file })).toContain('Nothing was changed');
    await run(configPush, [slug], { file, yes: true });
    expect((await app.instances.bySlug(slug))?.settings.password.min_length).toBe(12);
  });
});

describe('a file of settings that is wrong', () => {
  it.each([
    ['password: [', UsageError, /is not valid YAML/],
    ['- password', UsageError, /holds no settings/],
    ['', UsageError, /holds no settings/],
    ['password:\n  min_length: many', SettingsError, 'Setting password.min_length must be integer.'],
    ['password:\n  min_lenth: 9', SettingsError, 'Setting password.min_lenth is not known.'],
  ])('%j changes nothing, and is told where', async (text, kind, message) => {
    const file = join(await mkdtemp(join(tmpdir(), 'foyer-config-')), 'foyer.yaml');
    await writeFile(file, text);
    const pushing = run(configPush, [house.instance.slug], { file, yes: true });
    await expect(pushing).rejects.toThrow(kind);
    await expect(pushing).rejects.toThrow(message);
    await expect(run(instancesCreate, [], { settings: file })).rejects.toThrow(kind);
  });
});

describe('foyer help', () => {
  it('shows all commands, those that begin alike, or one', () => {
    expect(COMMANDS.filter(({ name }) => !helpFor([])?.includes(`foyer ${name}`))).toEqual([]);
    expect(helpFor(['keys'])?.match(/^  foyer \w+ \w+/gm)).toEqual(['  foyer keys list', '  foyer keys create', '  foyer keys revoke', '  foyer keys roll']);
    expect(helpFor(['users', 'import', 'file.csv'])).toContain('Usage: foyer users import FILE');
    expect(helpFor(['start'])).toContain('Starts the server.');
    expect(helpFor(['use'])).toBeNull();
  });

  it('counts the words that a command takes as its usage shows them', () => {
    const shown = ({ usage }: Command) => usage.replaceAll(/\[--[^\]]*\]|--\S+ \S+/g, '').match(/[A-Z-]+/g)?.length ?? 0;
    expect(COMMANDS.filter((command) => (command.words ?? 0) !== shown(command)).map(({ name }) => name)).toEqual([]);
  });
});

describe('foyer users', () => {
  it('takes users from one instance to another, and says what it left out', async () => {
    const from = await createTestInstance();
    const to = await createTestInstance();
    for (const name of ['ada', 'bob']) await from.bapi('POST', '/v1/users', { json: { email_address: [`${name}@moving.example`], password: 'correct horse battery staple' } });
    await to.bapi('POST', '/v1/users', { json: { email_address: ['bob@moving.example'], skip_password_requirement: true } });
    const file = join(await mkdtemp(join(tmpdir(), 'foyer-users-')), 'users.ndjson');

    expect(await run(usersExport, [file], { instance: from.instance.slug })).toContain('Exported 2 users');
    const said = await run(usersImport, [file], { instance: to.instance.slug });
    expect(said).toContain('Imported 1 user into');
    expect(said).toContain('Rejected 1:');
    expect(JSON.parse(await readFile(`${file}.rejects`, 'utf8'))).toEqual({ line: expect.any(Number), reason: expect.stringContaining('bob@moving.example') });
    const browser = to.browser();
    const { body } = await browser.post('/v1/client/sign_ins', { identifier: 'ada@moving.example', password: 'correct horse battery staple' });
    expect(body.response.status).toBe('complete');
  });

  it.each([
    [usersImport, ['/nowhere/users.csv'], {}, 'There is no file /nowhere/users.csv'],
    [usersImport, [], {}, 'Name the file'],
    [usersImport, ['/nowhere/users.csv'], { format: 'xml' }, 'The formats are: clerk, foyer'],
    [usersExport, [tmpdir()], {}, 'is there already'],
  ])('explains itself', async (command, positionals, values, message) => {
    await expect(run(command, positionals, { instance: house.instance.slug, ...values })).rejects.toThrow(message);
    await expect(run(command, positionals, { instance: house.instance.slug, ...values })).rejects.toThrow(UsageError);
  });
});

it('has a row in docs/cli.md for each command', async () => {
  const page = await readFile(new URL('../../../../docs/cli.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `foyer '));
  const wanted = [{ name: 'start', summary: 'Starts the server.' }, ...COMMANDS].map(({ name, summary }) => `| \`foyer ${name}\` | ${summary} |`);
  expect(rows).toEqual(wanted);
});
