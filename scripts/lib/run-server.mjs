import module from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildChanged } from './build-changed.mjs';
import { ensureInstalled } from './install.mjs';

/**
 * Brings the checkout up to date and runs the server in this process, so that signals and exit codes
 * are its own.
 */
export async function runServer() {
  await ensureInstalled();
  const entry = await buildChanged();
  process.setSourceMapsEnabled(true);
  module.enableCompileCache?.();
  // Where an empty embedded database is kept ready, so that a new data folder is quick.
  process.env.FOYER_CACHE_DIR ??= fileURLToPath(new URL('../../.cache', import.meta.url));
  await import(pathToFileURL(entry).href);
}
