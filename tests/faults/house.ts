import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { findPostgres, startPostgres } from '../../apps/server/src/testing/postgres-server.ts';

/** A data folder and, where wanted and the machine has one, a PostgreSQL of a test's own. */
export interface Ground {
  env: Record<string, string | undefined>;
  clear(): Promise<void>;
}

export async function newGround(kind: 'postgres' | 'pglite'): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-faults-'));
  const binaries = kind === 'postgres' ? findPostgres() : null;
  if (kind === 'postgres' && !binaries) throw new Error('This machine has no PostgreSQL programs.');
  const server = binaries ? await startPostgres(binaries) : null;
  return {
    env: { FOYER_DATA_DIR: dataDir, DATABASE_URL: server?.url, FOYER_ENCRYPTION_KEY: randomBytes(32).toString('hex') },
    async clear() {
      await server?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Whether the machine can run PostgreSQL for us. */
export const hasPostgres = findPostgres() !== null;

/** The secret key of the default instance, as the start page gives it to programs on this machine. */
export async function secretKeyOf(url: string): Promise<string> {
  const key = parseEnv(await (await fetch(`${url}/.env`)).text())['CLERK_SECRET_KEY'];
  if (!key) throw new Error('The start page shows no secret key.');
  return key;
}

/** Calls the Backend API. */
export function backend(url: string, secretKey: string, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}
