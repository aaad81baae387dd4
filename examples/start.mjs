// `npm start` of an example: builds the SDK it uses, installs what it needs, asks the running Foyer
// for its keys, and runs the command it was given.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { ensureInstalled } from '../scripts/lib/install.mjs';
import { main } from '../scripts/lib/main.mjs';
import { Paragraph } from '../scripts/lib/paragraph.mjs';
import { runProgram } from '../scripts/lib/run-program.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOYER_URL = process.env.FOYER_URL ?? 'http://localhost:4000';

await main(async () => {
  const folder = process.cwd();
  await ensureInstalled(ROOT);
  await buildOwnPackages(folder);
  await ensureInstalled(folder);
  const env = { ...(await readKeys(folder)), ...process.env };
  env.PATH = `${join(folder, 'node_modules/.bin')}${delimiter}${env.PATH}`;
  const [command, ...args] = process.argv.slice(2);
  const program = spawn(command, args, { cwd: folder, env, stdio: 'inherit', shell: process.platform === 'win32' });
  program.on('close', (code) => (process.exitCode = code ?? 0));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal));
});

/** Our packages come from this checkout: `file:` in the example's package.json. */
async function buildOwnPackages(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const own = Object.values(dependencies).filter((version) => version.startsWith('file:')).map((version) => basename(version));
  const { status } = await runProgram([join(ROOT, 'scripts/build.mjs'), 'protocol', 'backend', 'js', ...own]);
  if (status !== 0) throw new Paragraph('The packages could not be built; the reason is above.');
}

/** From `.env` in the example's folder when there is one, else from the Foyer that runs on this machine. */
async function readKeys(folder) {
  const file = join(folder, '.env');
  if (existsSync(file)) return parseEnv(readFileSync(file, 'utf8'));
  const response = await fetch(`${FOYER_URL}/.env`).catch(() => null);
  if (!response?.ok) {
    throw new Paragraph(`No Foyer answers at ${FOYER_URL}. Start it with "npm start" in ${ROOT}, or put the keys of yours into ${file}.`);
  }
  return parseEnv(await response.text());
}
