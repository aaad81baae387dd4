import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'apps/server/dist');
const ENTRY = join(DIST, 'server/main.js');
const STAMP = join(DIST, 'built-from');

/** Everything that ends up in the program. */
const SOURCES = ['apps', 'packages', 'scripts', 'package-lock.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.cache']);

/**
 * Builds the server and the browser script, unless nothing has changed since the last build.
 * @returns {Promise<string>} the program's file
 */
export async function buildChanged() {
  // What is up to date needs no lock, so that it also runs where nothing may be written.
  if (!isBuiltFrom(fingerprint())) await oneAtATime('build', buildIfChanged);
  return ENTRY;
}

async function buildIfChanged() {
  const sources = fingerprint();
  if (isBuiltFrom(sources)) return;

  console.log('Building…');
  const { buildServer } = await import('../build-server.mjs');
  mkdirSync(DIST, { recursive: true });
  // A build that is cut off must not pass for the one before it.
  rmSync(STAMP, { force: true });
  await buildServer(join(DIST, 'server'));
  if (existsSync(join(ROOT, 'scripts/build-browser.mjs'))) {
    const { buildBrowser } = await import('../build-browser.mjs');
    await buildBrowser();
  }
  writeFileSync(STAMP, sources);
}

function isBuiltFrom(sources) {
  return existsSync(ENTRY) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) addTo(hash, source);
  return hash.digest('hex');
}

/** Size and time of change say enough, and are quick to read for all files. */
function addTo(hash, path) {
  const stats = statSync(join(ROOT, path));
  if (stats.isDirectory()) {
    for (const name of readdirSync(join(ROOT, path)).sort()) if (!NOT_SOURCES.has(name)) addTo(hash, `${path}/${name}`);
  } else if (!/\.test\.\w+$/.test(path)) {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
}
