import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';
import { Paragraph } from './paragraph.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs the packages of a folder with `npm ci`, unless what is installed is what its lock file says.
 * @param {string} [folder] the checkout itself, when left out
 */
export async function ensureInstalled(folder = ROOT) {
  if (isInstalled(folder)) return;
  await oneAtATime('install', async () => {
    if (!isInstalled(folder)) install(folder);
  });
}

function install(folder) {
  const first = !existsSync(join(folder, 'node_modules'));
  console.log(first ? 'Installing packages (only the first time; about half a minute)…' : 'Packages have changed: installing…');
  const npm = npmCommand();
  const { status, error } = spawnSync(npm.file, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: npm.shell,
  });
  if (error) throw new Paragraph(`npm cannot be run (${error.code ?? error.message}). It comes with Node.js: install that from https://nodejs.org and try again.`);
  if (status !== 0) {
    throw new Paragraph(
      `Installing the packages in ${folder} failed; npm's own message is above. Check that this machine reaches the package registry (\`npm ping\`) and has disk space, and try again.`,
    );
  }
}

/** Compares the lock file with npm's own record of what it last installed. */
function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(record);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    // Packages for other systems are optional and stay away.
    if (!present[path]) return entry.optional === true;
    return present[path].version === entry.version;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** The npm that runs us, or else the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return { file: process.execPath, args: [running], shell: false };
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}
