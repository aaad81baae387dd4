// Bundles what the server gives to browsers: the script with the Clerk object, and beside it the
// components, in chunks that load when they are needed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const PACKAGES = fileURLToPath(new URL('../packages', import.meta.url));
const OUT = join(PACKAGES, 'js/dist/browser');

/** Builds `packages/js/dist/browser`, emptied first, and prints what travels over the network. */
export async function buildBrowser() {
  const { bundleUi } = await import('../packages/ui/scripts/bundle.mjs');
  rmSync(OUT, { recursive: true, force: true });
  const components = join(OUT, 'ui');
  await bundleUi(components);
  await buildScript(fingerprint(components));
  report();
}

/** @param {string} components names the build of the components, so that no cache mixes it with another */
async function buildScript(components) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: { 'clerk.browser': join(PACKAGES, 'js/src/browser.ts') },
    outdir: OUT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['foyer-source'],
    sourcemap: 'linked',
    legalComments: 'none',
    logLevel: 'warning',
    define: { __FOYER_UI_BUILD__: JSON.stringify(components) },
  });
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
