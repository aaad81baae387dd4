import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort, startFoyer } from './program.ts';
import { seed } from './seed.ts';
import { startDatabase } from './database.ts';

/** An instance as its developers know it. */
export interface KnownInstance {
  slug: string;
  publishableKey: string;
  secretKey: string;
}

/** The running server, as the tests are told. */
export interface House {
  url: string;
  apiUrl: string;
  /** The default instance, reached at the server's root. */
  development: KnownInstance;
  /** With names, usernames and phone numbers; reached at `/i/directory`. */
  directory: KnownInstance;
  /** Of the host `clerk.compat-shop.example`, reached at `/i/shop` or by that host name. */
  production: KnownInstance;
  /** Lets sign up only who passes the bot protection; reached at `/i/guarded`. */
  guarded: KnownInstance;
  /** Ports on localhost that the production instance lets its apps have. */
  productionPorts: { server: number; page: number };
}

declare module 'vitest' {
  interface ProvidedContext {
    house: House;
  }
}

/** Starts Foyer with a development and a production instance; stops and removes everything in the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-compat-'));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  const undoAll = async () => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const database = await startDatabase();
    undo.push(() => database.stop());
    const env = {
      DATABASE_URL: database.url,
      FOYER_DATA_DIR: dataDir,
      FOYER_ENCRYPTION_KEY: randomBytes(32).toString('hex'),
      FOYER_ALLOW_EMBEDDED_DATABASE: 'true',
      FOYER_RATE_LIMITS: 'false',
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    };
    const productionPorts = { server: await freePort(), page: await freePort() };
    const instances = await seed(env, Object.values(productionPorts));
    const program = await startFoyer(env);
    undo.push(() => program.stop());
    project.provide('house', { url: program.url, apiUrl: `${program.url}/api`, productionPorts, ...instances });
  } catch (error) {
    await undoAll();
    throw error;
  }
  return undoAll;
}
