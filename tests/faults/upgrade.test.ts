import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../apps/server/src/platform/database/open.ts';
import { startFoyer, type Server } from '../lib/servers.ts';
import { backend, hasPostgres, newGround, type Ground } from './house.ts';

const DUMP = new URL('fixtures/before-organizations.sql', import.meta.url);
/** With which the dump was filled, and by which its secret key was shown. */
const ENCRYPTION_KEY = '7'.padStart(64, '0');
const SECRET_KEY = 'sk_test_0d57L7UFMfct3PI513uHJk9EZTYNaPDoOVnDOpOoi74';
const [FIRST, BANNED, WITH_APP, LAST] = ['user_3MW1eYCqIAWZcoUAZ7piBwnVusi', 'user_3MW1eZ5ubw2kAEMGfsxeWicQCFH', 'user_3MW1eZfevRxFY2A2T7pQ008sETB', 'user_3MW1eaKEhlxaRwvfTowFIqnwelb'] as const;
const KINDS = hasPostgres ? (['pglite', 'postgres'] as const) : (['pglite'] as const);

let ground: Ground;
let server: Server;

afterEach(async () => {
  await server.stop();
  await ground.clear();
});

/** Calls the Backend API of the upgraded server. */
async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await backend(server.url, SECRET_KEY, method, path, body);
  expect([method, path, response.status]).toEqual([method, path, 200]);
  return (await response.json()) as Answer;
}

async function signIn(values: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${server.url}/v1/client/sign_ins?_is_native=1&__clerk_api_version=2025-11-10`, { method: 'POST', body: new URLSearchParams(values) });
  const { response: signedIn } = (await response.json()) as { response: { status: string } | null };
  return signedIn?.status ?? response.status;
}

describe.each(KINDS)('a database of an older Foyer on %s', (kind) => {
  it('is brought up to date with everybody in it', async () => {
    ground = await newGround(kind);
    ground.env['FOYER_ENCRYPTION_KEY'] = ENCRYPTION_KEY;
    const database = await openDatabase({ databaseUrl: ground.env['DATABASE_URL'], dataDir: ground.env['FOYER_DATA_DIR'] ?? '' });
    await database.pool.query(await readFile(DUMP, 'utf8'));
    await database.close();
    server = await startFoyer(ground.env);

    expect(await ask('GET', '/users/count')).toMatchObject({ total_count: 4 });
    const named = await ask<{ id: string }[]>('GET', '/users?query=ann&order_by=%2Bcreated_at');
    expect(named.map(({ id }) => id), 'found by the directory, which is newer than they are').toEqual([FIRST, BANNED, WITH_APP, LAST]);
    expect(await ask('GET', `/users/${FIRST}`)).toMatchObject({ first_name: 'Ann0', password_enabled: true, public_metadata: { i: 0 } });
    expect(await ask('GET', `/users/${BANNED}`)).toMatchObject({ banned: true });
    expect(await ask('GET', `/users/${WITH_APP}`)).toMatchObject({ totp_enabled: true });
    expect(await ask('GET', '/invitations')).toMatchObject([{ email_address: 'inv+clerk_test@example.com', status: expect.any(String) }]);

    expect(await signIn({ identifier: 'u3+clerk_test@example.com', strategy: 'password', password: 'correct horse 3 battery' })).toBe('complete');
    expect(await signIn({ identifier: 'u3+clerk_test@example.com', strategy: 'password', password: 'wrong horse 3 battery' })).toBe(422);

    expect(await ask('PATCH', `/users/${LAST}`, { first_name: 'Zoe' })).toMatchObject({ first_name: 'Zoe' });
    expect(await ask('GET', '/users?query=zoe')).toMatchObject([{ id: LAST }]);
    expect(await ask('DELETE', `/users/${FIRST}`)).toMatchObject({ deleted: true });
    expect(await ask('GET', '/users/count')).toMatchObject({ total_count: 3 });
  });
});
