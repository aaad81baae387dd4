import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../.cache', import.meta.url));
const PAUSE_MS = 200;
/** Waiting longer than this is worth a word. */
const SILENCE_MS = 3_000;
/** A lock file that stays empty this long was left by a process that could not write to it. */
const WRITING_MS = 5_000;

/** What this very process holds: its own process id in any other lock file is that of an earlier one. */
const held = new Set();

/**
 * Does some work of the checkout while no other process does work of the same name: two examples
 * that are started at once would otherwise build the same files.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {string} [folder] where the lock file is
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, work, folder = FOLDER) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.lock`);
  await take(file);
  const release = () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function take(file) {
  const begun = Date.now();
  let told = false;
  while (!create(file)) {
    const pid = holder(file);
    if (isGone(file, pid)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told && Date.now() - begun > SILENCE_MS) {
      told = true;
      console.log(`Waiting for another start in this folder${pid ? ` (process ${pid})` : ''}. If there is none, delete ${file}.`);
    }
    await sleep(PAUSE_MS);
  }
  held.add(file);
}

function create(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** The process that a lock file names; 0 when it is empty or gone. */
function holder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return 0;
  }
}

/** Whether the holder has ended without letting go. */
function isGone(file, pid) {
  if (pid === 0) return Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > WRITING_MS;
  if (pid === process.pid) return !held.has(file);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
