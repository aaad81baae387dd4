// Starting the server where it has run before, and what memory it takes when nobody asks anything.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './lib/compare.mjs';
import { bytes, duration } from './lib/format.mjs';
import { QUIET, SERVER } from './lib/foyer.mjs';
import { withPostgres } from './lib/postgres.mjs';
import { freePort, startProgram, untilAnswers } from './lib/programs.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const AIM_MS = 2000;
const STARTS = 3;

/** After the last work of the start, jobs included. */
const REST_MS = 3000;

const NPM_START = '`npm start`';
const WAYS = { [NPM_START]: ['npm', '--prefix', ROOT, 'start'], 'the program alone': [process.execPath, SERVER] };

export const title = 'Start-up and memory';
export const about = [
  'From the command to the first answer of `/v1/health`, in a data folder or database that has been used before, built already:',
  `the median of ${STARTS} starts. \`npm start\` also looks whether anything has to be installed or built. Memory is the resident set of`,
  'the server process at rest; on the embedded database (PGlite) that includes the database.',
].join('\n');

/** @param {import('./lib/compare.mjs').PACES['full']} pace */
export async function run(pace, { postgres }) {
  const embedded = await measure('PGlite', {});
  const external = postgres ? await withPostgres(postgres, (DATABASE_URL) => measure('PostgreSQL', { DATABASE_URL })) : [];
  return [...embedded, ...external];
}

async function measure(database, databaseEnv) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const env = { ...QUIET, ...databaseEnv, FOYER_DATA_DIR: folder, FOYER_CACHE_DIR: join(ROOT, '.cache') };
  try {
    await start(WAYS['the program alone'], env, () => undefined);
    const rows = [];
    for (const [name, command] of Object.entries(WAYS)) {
      const times = [];
      for (let n = 0; n < STARTS; n++) times.push(await start(command, env, (milliseconds) => milliseconds));
      const time = median(times);
      rows.push({ what: `${database}: ${name}`, foyer: duration(time), aim: name === NPM_START ? { text: 'under 2 s', met: time < AIM_MS } : undefined });
    }
    rows.push({ what: `${database}: memory at rest`, foyer: bytes(await start(WAYS['the program alone'], env, residentSetAtRest)) });
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Starts a server, asks something while it runs, and stops it. */
async function start(command, env, ask) {
  const port = await freePort();
  const begun = performance.now();
  const program = startProgram(command, { env: { ...env, PORT: String(port) } });
  try {
    await untilAnswers(program, `http://localhost:${port}/v1/health`);
    return await ask(performance.now() - begun, program.child.pid);
  } finally {
    await program.stop();
  }
}

async function residentSetAtRest(_milliseconds, pid) {
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) * 1024;
}
