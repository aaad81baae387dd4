// Bundles what the server gives to browsers: the script with the Clerk object, and beside it the
// components, in chunks that load when they are needed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));
const OUT = join(PACKAGES, 'js/dist/browser');

/** Builds `packages/js/dist/browser`, emptied first, and prints what travels over the network. */
export async function buildBrowser() {
  rmSync(OUT, { recursive: true, force: true });
  await bundleBrowser(OUT);
  report();
}

/**
 * Writes the script and, in `ui`, the components.
 * @param {string} outdir folder to write into
 * @returns {Promise<{ modulesOf(entry: string): string[] }>} the files in `ui` that load together with a module of packages/ui/src
 */
export async function bundleBrowser(outdir) {
  const { bundleUi } = await import('../packages/ui/scripts/bundle.mjs');
  const components = join(outdir, 'ui');
  const { outputs } = await bundleUi(components);
  const modulesOf = (entry) => withImports(outputs, (output) => output.entryPoint?.endsWith(`packages/ui/src/${entry}`));
  await buildScript(outdir, {
    // Names the build of the components, so that no cache mixes it with another.
    __FOYER_UI_BUILD__: JSON.stringify(fingerprint(components)),
    // What every component needs, and the little that the most common first one adds.
    __FOYER_UI_MODULES__: JSON.stringify(modulesOf('components/sign-in/index.ts')),
  });
  return { modulesOf };
}

/** @param {Record<string, string>} define constants of the script that only the build knows */
async function buildScript(outdir, define) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: { 'clerk.browser': join(PACKAGES, 'js/src/browser.ts') },
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['foyer-source'],
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    define,
  });
}

/** Names of the file of an entry and of all that it imports at once, however deep. */
function withImports(outputs, isEntry) {
  const reached = new Set(Object.keys(outputs).filter((path) => isEntry(outputs[path])));
  for (const path of reached) {
    for (const { kind, path: imported } of outputs[path].imports) if (kind !== 'dynamic-import') reached.add(imported);
  }
  return [...reached].map((path) => basename(path));
}

function fingerprint(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest('base64url').slice(0, 10);
}

function report() {
  const size = (name) => gzipSync(readFileSync(join(OUT, name)), { level: 9 }).length / 1024;
  const chunks = readdirSync(join(OUT, 'ui')).filter((name) => name.endsWith('.js'));
  const total = chunks.reduce((sum, name) => sum + size(`ui/${name}`), 0);
  console.log(`packages/js: clerk.browser.js ${size('clerk.browser.js').toFixed(1)} KB, components ${total.toFixed(1)} KB in ${chunks.length} chunks (gzip)`);
}
