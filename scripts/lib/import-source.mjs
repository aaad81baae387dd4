import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Imports a TypeScript module of the house into a script, with everything it imports from the house.
 *
 * @param path from the root of the checkout
 */
export async function importSource(path) {
  // Inside the checkout, so that packages are found from there.
  const folder = await mkdtemp(join(root, 'node_modules/.foyer-script-'));
  try {
    const outfile = join(folder, 'module.mjs');
    await build({ entryPoints: [join(root, path)], outfile, bundle: true, platform: 'node', format: 'esm', conditions: ['foyer-source'], external: EXTERNAL, logLevel: 'error' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything that is not of the house stays where npm put it. */
const EXTERNAL = ['typebox', 'typebox/*', 'fastify', '@fastify/*', 'kysely', 'pg', 'pg-boss', 'pino', '@electric-sql/*', '@node-rs/*', 'bcrypt', 'sharp', 'nodemailer'];
