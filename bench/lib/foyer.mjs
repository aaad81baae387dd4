// A Foyer server to measure, and people who use it.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startProgram, untilAnswers } from './programs.mjs';

const DIST = fileURLToPath(new URL('../../apps/server/dist/server', import.meta.url));

/** The program that `npm start` runs. */
export const SERVER = join(DIST, 'main.js');

/** What a server is told while it is measured. */
export const QUIET = { FOYER_RATE_LIMITS: 'false', LOG_LEVEL: 'silent' };

const HOST = 'clerk.example.com';
export const ORIGIN = 'https://app.example.com';

/** What a request of a browser to a production instance carries, by way of the proxy that speaks TLS. */
export const BROWSER = { 'x-forwarded-host': HOST, origin: ORIGIN, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7', 'user-agent': 'benchmark', accept: '*/*' };

/** How `foyer` creates an instance of each type. */
const CREATION = { development: ['--slug', 'quiet-otter-4'], production: ['--production', '--host', HOST] };

/** The `foyer` command. */
export const CLI = join(DIST, 'cli.js');

/**
 * Runs work with a server that has one instance.
 * @template T
 * @param {{ databaseUrl: string, type?: 'development' | 'production', core?: number }} options
 * @param {(foyer: { url: string, publishableKey: string, backend(path: string, body: object): Promise<any> }) => Promise<T>} work `backend` calls the Backend API
 */
export async function withFoyer({ databaseUrl, type = 'production', core }, work) {
  return withHouse(databaseUrl, async (env) => {
    const { publishableKey, secretKey } = createInstance(CREATION[type], env);
    const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' };
    return withServer({ env, core }, (url) =>
      work({ url, publishableKey, backend: async (path, body) => (await post(`${url}/api/v1${path}`, headers, JSON.stringify(body))).answer }),
    );
  });
}

/**
 * Runs work with what Foyer's programs need to know of a database and a data folder.
 * @template T
 * @param {string} databaseUrl
 * @param {(env: Record<string, string>, folder: string) => Promise<T>} work
 */
export async function withHouse(databaseUrl, work) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    return await work({ ...QUIET, DATABASE_URL: databaseUrl, FOYER_DATA_DIR: folder, FOYER_ENCRYPTION_KEY: randomBytes(32).toString('hex') }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs work while a server is up.
 * @template T
 * @param {{ env: Record<string, string>, core?: number }} options
 * @param {(url: string) => Promise<T>} work
 */
export async function withServer({ env, core }, work) {
  const port = await freePort();
  const server = startProgram([process.execPath, SERVER], { env: { ...env, PORT: String(port) }, core });
  const url = `http://localhost:${port}`;
  try {
    await untilAnswers(server, `${url}/v1/health`);
    return await work(url);
  } finally {
    await server.stop();
  }
}

/**
 * Creates an instance with `foyer instances create`.
 * @param {string[]} options of that command
 * @param {Record<string, string>} env
 * @returns {{ publishableKey: string, secretKey: string }}
 */
export function createInstance(options, env) {
  const output = execFileSync(process.execPath, [CLI, 'instances', 'create', '--name', 'Benchmark', ...options], { env: { ...process.env, ...env } }).toString();
  const { CLERK_PUBLISHABLE_KEY: publishableKey, CLERK_SECRET_KEY: secretKey } = Object.fromEntries(output.split('\n').map((line) => line.split('=', 2)));
  if (!publishableKey || !secretKey) throw new Error(`No instance was created:\n${output}`);
  return { publishableKey, secretKey };
}

/**
 * A request that has to succeed.
 * @returns {Promise<{ answer: any, cookies: string[] }>}
 */
export async function post(url, headers, body) {
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST ${url} answers ${response.status}: ${text}`);
  return { answer: JSON.parse(text), cookies: response.headers.getSetCookie() };
}
