import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './one-at-a-time.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(ROOT, 'apps/server/dist');
const STAMP = join(DIST, 'built-from');

/** Everything that ends up in the program. */
const SOURCES = ['apps', 'packages', 'scripts', 'package-lock.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.cache']);

/**
 * Builds the server and the browser script, unless nothing has changed since the last build.
 * @returns {Promise<string>} the program's file
 */
export function buildChanged() {
  return oneAtATime('build', buildIfChanged);
}

async function buildIfChanged() {
  const { buildServer } = await import('../build-server.mjs');
  const entry = join(DIST, 'server/main.js');
  const sources = fingerprint();
  if (existsSync(entry) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return entry;

  console.log('Building…');
  mkdirSync(DIST, { recursive: true });
  await buildServer(join(DIST, 'server'));
  if (existsSync(join(ROOT, 'scripts/build-browser.mjs'))) {
    const { buildBrowser } = await import('../build-browser.mjs');
    await buildBrowser();
  }
  writeFileSync(STAMP, sources);
  return entry;
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
