import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../.cache', import.meta.url));
const PAUSE_MS = 200;

/**
 * Does some work of the checkout while no other process does work of the same name: two examples
 * that are started at once would otherwise build the same files.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work) {
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.lock`);
  while (!take(file)) await sleep(PAUSE_MS);
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** The file names the process that holds the lock; one that has ended without letting go holds nothing. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isRunning(holder(file))) rmSync(file, { force: true });
    return false;
  }
}

/** Unreadable or empty: just taken, or just let go. */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return process.pid;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
