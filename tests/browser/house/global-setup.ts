import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import type { TestProject } from 'vitest/node';
import { runProgram } from '../../../scripts/lib/run-program.mjs';
import { startDatabase } from '../../lib/database.ts';
import { seed } from '../../lib/seed.ts';
import { freePort, startFoyer, startServer } from '../../lib/servers.ts';
import { INSTANCES, type InstanceName } from './instances.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const REACT_EXAMPLE = join(ROOT, 'examples/react-vite');
const EXPRESS_EXAMPLE = join(ROOT, 'examples/express');
const VITE = join(REACT_EXAMPLE, 'node_modules/vite/bin/vite.js');

/** An instance whose components stand on a page of their own. */
export interface KnownInstance {
  /** Where its Frontend API is, without `/v1`. */
  proxyUrl: string;
  publishableKey: string;
  secretKey: string;
}

/** Where everything is, as the tests are told. */
export interface House extends Record<InstanceName, KnownInstance> {
  foyerUrl: string;
  /** The React example on the default instance. */
  webUrl: string;
  /** The React example on an instance without passwords. */
  codesUrl: string;
  /** The Express example, which knows the users of the default instance. */
  apiUrl: string;
  /** Of the PostgreSQL below; undefined where the database is the embedded one. */
  databaseUrl: string | undefined;
}

declare module 'vitest' {
  interface ProvidedContext {
    house: House;
  }
}

/** Starts Foyer and the examples; stops and removes everything in the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-browser-'));
  const undo: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const undoAll = async () => {
    for (const step of undo.toReversed()) await step();
  };
  const start = async (...program: Parameters<typeof startServer>) => {
    const server = await startServer(...program);
    undo.push(server.stop);
    return server.url;
  };
  try {
    const database = await startDatabase();
    undo.push(() => database.stop());
    const env = { DATABASE_URL: database.url, FOYER_DATA_DIR: join(folder, 'data'), FOYER_ENCRYPTION_KEY: randomBytes(32).toString('hex') };
    const { others } = await seed(env, Object.values(INSTANCES));
    const foyer = await startFoyer(env);
    undo.push(foyer.stop);
    const foyerUrl = foyer.url;

    const [webPort, codesPort, apiPort] = [await freePort(), await freePort(), await freePort()];
    const keys = await keysOf(foyerUrl);
    const apiUrl = await start({
      args: ['server.js'], cwd: EXPRESS_EXAMPLE, port: apiPort, readyAt: '/',
      env: { ...keys, WEB_ORIGIN: `http://localhost:${webPort}` },
    });
    const web = async (name: string, port: number, values: Record<string, string | undefined>) => {
      const output = join(folder, name);
      await buildWeb(output, { ...values, VITE_API_URL: apiUrl });
      return start({ args: [VITE, 'preview', '--outDir', output, '--port', String(port), '--strictPort'], cwd: REACT_EXAMPLE, port, readyAt: '/' });
    };
    const [webUrl, codesUrl] = await Promise.all([web('web', webPort, keys), web('codes', codesPort, await keysOf(`${foyerUrl}/i/codes`))]);
    const known = (name: string): KnownInstance => {
      const found = others.find(({ instance }) => instance.slug === name);
      if (!found) throw new Error(`There is no instance "${name}".`);
      return { proxyUrl: `${foyerUrl}/i/${name}`, publishableKey: found.instance.publishableKey, secretKey: found.secretKey };
    };
    const instances = Object.fromEntries(Object.keys(INSTANCES).map((name) => [name, known(name)])) as Record<InstanceName, KnownInstance>;
    project.provide('house', { foyerUrl, webUrl, codesUrl, apiUrl, databaseUrl: database.url, ...instances });
  } catch (error) {
    await undoAll();
    throw error;
  }
  return undoAll;
}

async function keysOf(baseUrl: string): Promise<Record<string, string | undefined>> {
  const response = await fetch(`${baseUrl}/.env`);
  if (!response.ok) throw new Error(`${baseUrl}/.env answered ${response.status}.`);
  return parseEnv(await response.text());
}

async function buildWeb(output: string, env: Record<string, string | undefined>): Promise<void> {
  const { status } = await runProgram([VITE, 'build', REACT_EXAMPLE, '--outDir', output, '--emptyOutDir', '--logLevel', 'warn'], { NODE_ENV: 'production', ...env });
  if (status !== 0) throw new Error('The React example could not be built; the reason is above.');
}
