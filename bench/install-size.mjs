// What installing each SDK puts on the disk: itself and everything it depends on.
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bytes } from './lib/format.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));

const PEERS = { backend: '@clerk/backend', js: '@clerk/clerk-js', react: '@clerk/clerk-react', express: '@clerk/express' };

export const title = 'Install size';
export const about = [
  'Each SDK as npm unpacks it, with all it depends on, however deep; without peer dependencies, which an app has anyway.',
  'Foyer’s SDKs depend on nothing.',
].join('\n');

export async function run() {
  const rows = [];
  for (const [name, peer] of Object.entries(PEERS)) {
    const ours = await packedSize(join(PACKAGES, name));
    const theirs = installedSize(peer);
    rows.push({
      what: `@foyer/${name}`,
      foyer: `${bytes(ours.bytes)} in ${packages(ours.packages)}`,
      peer: `${peer}: ${bytes(theirs.bytes)} in ${packages(theirs.packages)}`,
      ratio: ours.bytes / theirs.bytes,
    });
  }
  return rows;
}

/** What npm would publish of one of our packages. */
async function packedSize(folder) {
  const { name, dependencies = {} } = readManifest(folder);
  if (Object.keys(dependencies).length > 0) throw new Error(`${name} has got dependencies: they have to be counted now.`);
  const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json'], { cwd: folder });
  const [{ unpackedSize }] = JSON.parse(stdout);
  return { bytes: unpackedSize, packages: 1 };
}

/** What is installed here of a package and everything it depends on. */
function installedSize(name) {
  const folders = new Set();
  collect(folderOf(name, HERE), folders);
  return { bytes: [...folders].reduce((sum, folder) => sum + sizeOf(folder), 0), packages: folders.size };
}

function collect(folder, folders) {
  if (folders.has(folder)) return;
  folders.add(folder);
  for (const dependency of Object.keys(readManifest(folder).dependencies ?? {})) collect(folderOf(dependency, folder), folders);
}

/** Where Node.js finds a package when one in `from` asks for it. */
function folderOf(name, from) {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
  }
  throw new Error(`${name}, which ${from} needs, is not installed.`);
}

/** Bytes of a package's own files: packages inside it are counted by themselves. */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(path);
    return sum + statSync(path).size;
  }, 0);
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function packages(count) {
  return count === 1 ? '1 package' : `${count} packages`;
}
