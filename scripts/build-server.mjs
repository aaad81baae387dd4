// Bundles the server into one program. Our own packages go in from their sources; other packages
// stay outside, where their native parts and their own files are, but for a few of many small
// files: reading them one by one is a third of the time to start.
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../apps/server/src', import.meta.url));

const INSIDE = /^(@foyer|typebox|kysely|jose|libphonenumber-js)(\/|$)/;

/**
 * Builds `main.js` and what it reads at run time into a folder: the database's thread and the
 * browser's widget beside it, the migrations one level up, as in the sources of the modules that read them.
 * @param {string} folder emptied first
 */
export async function buildServer(folder) {
  const { build } = await import('esbuild');
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: { main: join(SERVER, 'main.ts'), cli: join(SERVER, 'cli.ts') },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['foyer-source'],
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [{ name: 'others-outside', setup: keepOthersOutside }],
  });
  copyFileSync(join(SERVER, 'platform/database/embedded/thread.mjs'), join(folder, 'thread.mjs'));
  copyFileSync(join(SERVER, 'access/captcha/captcha-widget.js'), join(folder, 'captcha-widget.js'));
  const migrations = join(dirname(folder), 'migrations');
  rmSync(migrations, { recursive: true, force: true });
  cpSync(join(SERVER, 'platform/migrations'), migrations, { recursive: true });
}

function keepOthersOutside(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
    if (kind === 'entry-point' || INSIDE.test(path)) return undefined;
    return { path, external: true };
  });
}
