import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import type { TestProject } from 'vitest/node';
import type { NewInstance } from '../../../apps/server/src/instances/instances/service.ts';
import { seed } from '../../lib/seed.ts';
import { freePort, startServer } from '../../lib/servers.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOYER = join(ROOT, 'apps/server/dist/server/main.js');
const REACT_EXAMPLE = join(ROOT, 'examples/react-vite');
const EXPRESS_EXAMPLE = join(ROOT, 'examples/express');
const VITE = join(REACT_EXAMPLE, 'node_modules/vite/bin/vite.js');

/** An instance in which nobody has a password. */
const CODES = { environmentType: 'development', slug: 'codes', applicationName: 'Codes', settings: { attributes: { password: { enabled: false, required: false } } } } as const;

/** An instance in which people prove in many ways who they are. */
const PROOFS = {
  environmentType: 'development',
  slug: 'proofs',
  applicationName: 'Proofs',
  settings: {
    attributes: {
      email_address: { first_factors: ['email_link', 'email_code'] },
      passkey: { enabled: true },
      authenticator_app: { enabled: true },
      backup_code: { enabled: true },
    },
    // The virtual authenticator would answer the browser's own offer before anybody could press a button.
    passkey: { allow_autofill: false },
    session: { single_session_mode: false },
  },
} satisfies NewInstance;

/** An instance in which a wallet is all that people have. */
const WALLETS = {
  environmentType: 'development',
  slug: 'wallets',
  applicationName: 'Wallets',
  settings: {
    attributes: {
      email_address: { required: false, verify_at_sign_up: false },
      password: { enabled: false, required: false },
      web3_wallet: { enabled: true, first_factors: ['web3_metamask_signature'] },
    },
  },
} satisfies NewInstance;

/** An instance that lets people in step by step. */
const WAITING = { environmentType: 'development', slug: 'waiting', applicationName: 'Waiting', settings: { sign_up: { mode: 'waitlist' } } } satisfies NewInstance;

/** An instance whose components stand on a page of their own. */
export interface KnownInstance {
  /** Where its Frontend API is, without `/v1`. */
  proxyUrl: string;
  publishableKey: string;
  secretKey: string;
}

/** Where everything is, as the tests are told. */
export interface House {
  foyerUrl: string;
  /** The React example on the default instance. */
  webUrl: string;
  /** The React example on an instance without passwords. */
  codesUrl: string;
  /** The Express example, which knows the users of the default instance. */
  apiUrl: string;
  proofs: KnownInstance;
  wallets: KnownInstance;
  waiting: KnownInstance;
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
    const env = { FOYER_DATA_DIR: join(folder, 'data'), FOYER_RATE_LIMITS: 'false', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
    const { others } = await seed(env, [CODES, PROOFS, WALLETS, WAITING]);
    const foyerUrl = await start({ args: [FOYER], env, port: await freePort(), readyAt: '/v1/health' });

    const [webPort, codesPort, apiPort] = [await freePort(), await freePort(), await freePort()];
    const keys = await keysOf(foyerUrl);
    const apiUrl = await start({
      args: ['server.js'], cwd: EXPRESS_EXAMPLE, port: apiPort, readyAt: '/',
      env: { ...keys, WEB_ORIGIN: `http://localhost:${webPort}` },
    });
    const web = (name: string, port: number, values: Record<string, string | undefined>) => {
      const output = join(folder, name);
      buildWeb(output, { ...values, VITE_API_URL: apiUrl });
      return start({ args: [VITE, 'preview', '--outDir', output, '--port', String(port), '--strictPort'], cwd: REACT_EXAMPLE, port, readyAt: '/' });
    };
    const webUrl = await web('web', webPort, keys);
    const codesUrl = await web('codes', codesPort, await keysOf(`${foyerUrl}/i/codes`));
    const known = (slug: string): KnownInstance => {
      const found = others.find(({ instance }) => instance.slug === slug);
      if (!found) throw new Error(`There is no instance "${slug}".`);
      return { proxyUrl: `${foyerUrl}/i/${slug}`, publishableKey: found.instance.publishableKey, secretKey: found.secretKey };
    };
    project.provide('house', { foyerUrl, webUrl, codesUrl, apiUrl, proofs: known('proofs'), wallets: known('wallets'), waiting: known('waiting') });
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

function buildWeb(output: string, env: Record<string, string | undefined>): void {
  const build = spawnSync(process.execPath, [VITE, 'build', '--outDir', output, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: REACT_EXAMPLE,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) throw new Error('The React example could not be built; the reason is above.');
}
