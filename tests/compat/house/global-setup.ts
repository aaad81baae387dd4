import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { FakeGoogle } from '../../../apps/server/src/testing/google.ts';
import { startDatabase } from '../../lib/database.ts';
import { freePort, startFoyer } from '../../lib/servers.ts';
import { seed } from './seed.ts';

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
  /** With names, usernames, phone numbers, wallets and passkeys; reached at `/i/directory`. */
  directory: KnownInstance;
  /** ID tokens of people who come to the directory with Google; each is good for one. */
  googleTokens: string[];
  /** Of the host `clerk.compat-shop.example`, reached at `/i/shop` or by that host name. */
  production: KnownInstance;
  /** Of the host `clerk.compat-chain.example`, with satellite domains; {@link PROXIED_SATELLITE} is one of them. */
  chain: KnownInstance;
  /** Production as well, and nobody's: settings and domains may be changed. */
  annex: KnownInstance;
  /** Lets sign up only who passes the bot protection; reached at `/i/guarded`. */
  guarded: KnownInstance;
  /** Asks for a code on new devices; reached at `/i/trusting`. */
  trusting: KnownInstance;
  /** Everyone works in an organization; reached at `/i/organized`. */
  organized: KnownInstance;
  /** With email links, passkeys, authenticator apps, backup codes and several sessions at a time; reached at `/i/proofs`. */
  proofs: KnownInstance;
  /** Lets sign up only who was invited; reached at `/i/invited`. */
  invited: KnownInstance;
  /** Keeps a waitlist; reached at `/i/waiting`. */
  waiting: KnownInstance;
  /** Of the PostgreSQL below; undefined where the database is the embedded one. */
  databaseUrl: string | undefined;
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
    const google = await FakeGoogle.start();
    undo.push(() => google.stop());
    const instances = await seed(env, Object.values(productionPorts), google);
    const program = await startFoyer(env);
    undo.push(() => program.stop());
    const googleTokens = await Promise.all([1, 2].map((number) => google.token({ sub: `googler-${number}`, email: `googler.${number}+clerk_test@example.com` })));
    project.provide('house', { url: program.url, apiUrl: `${program.url}/api`, productionPorts, googleTokens, databaseUrl: database.url, ...instances });
  } catch (error) {
    await undoAll();
    throw error;
  }
  return undoAll;
}
