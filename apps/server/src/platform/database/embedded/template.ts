import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../errors.ts';
import { startThread } from './thread.ts';

/**
 * Makes a new, empty database folder. Setting one up from nothing takes seconds, so an empty one is
 * kept in `cacheDir` and copied. The folder appears whole or not at all.
 */
export async function createDatabaseFolder(folder: string, cacheDir: string | undefined): Promise<void> {
  // Nobody else makes this folder: its maker holds the lock of the data folder around it.
  removeUnfinished(folder);
  if (cacheDir === undefined) return initialise(folder);
  const template = join(cacheDir, `pglite-${pgliteVersion()}`);
  try {
    if (!existsSync(template)) {
      mkdirSync(cacheDir, { recursive: true });
      await initialise(template);
    }
    inOneStep(folder, (unfinished) => cpSync(template, unfinished, { recursive: true }));
  } catch (error) {
    // The cache is a convenience: where it is somebody else's, the database takes a second longer.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
    await initialise(folder);
  }
}

async function initialise(folder: string): Promise<void> {
  const unfinished = unfinishedName(folder);
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    const thread = await startThread({ dataDir: unfinished, durable: false });
    await thread.close();
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  finish(unfinished, folder);
}

function inOneStep(folder: string, fill: (unfinished: string) => void): void {
  const unfinished = unfinishedName(folder);
  try {
    fill(unfinished);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  finish(unfinished, folder);
}

/** What starts left behind that were cut off: thirty megabytes each. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.new-`)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function unfinishedName(folder: string): string {
  return `${folder}.new-${process.pid}`;
}

function finish(unfinished: string, folder: string): void {
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true });
    // Another process preparing the same template may have been first; theirs is as good.
    if (!existsSync(folder)) throw error;
  }
}

function pgliteVersion(): string {
  const require = createRequire(import.meta.url);
  const manifest = require(join(require.resolve('@electric-sql/pglite'), '../../package.json')) as { version: string };
  return manifest.version;
}
